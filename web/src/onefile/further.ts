/** Where a journey goes from here: into git, where cjm checks it; and what the page itself is. */

import { h } from '../dom.ts';
import { nameOf } from './files.ts';
import type { About } from './page_data.ts';
import { lines, showSheet } from './sheets.ts';
import { tell } from './words.ts';

const INSTALL = 'pip install "git+https://github.com/OWNER/cjm@REVISION"';
const ACTION = `on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: OWNER/cjm@REVISION
`;

/** The lines for a terminal and for CI, with the journey's own file. */
export function takeFurther(path: string | null): Promise<void> {
  const file = path === null ? 'journeys/' : quoted(nameOf(path));
  const terminal = `${INSTALL}\ncjm check ${file}\ncjm render ${file}\n`;
  return showSheet({
    title: tell('furtherTitle'), isWide: true,
    body: [h('p', {}, tell('furtherText')), lines(tell('furtherTerminal'), terminal), lines(tell('furtherCi'), ACTION), h('p', { class: 'muted' }, tell('furtherOwner'))],
  });
}

/* as a shell reads it */
export const quoted = (name: string): string => (/^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`);

export function showAbout({ version, sha256, notices }: About): Promise<void> {
  const row = (term: string, value: string) => [h('dt', {}, term), h('dd', { class: 'code' }, value)];
  return showSheet({
    title: tell('aboutTitle'), isWide: true,
    body: [
      h('dl', { class: 'facts' }, row(tell('version'), version), row(tell('hash'), sha256)),
      h('p', {}, h('strong', {}, tell('nothingLeaves')), ' ', tell('nothingLeavesWhy')),
      h('h3', {}, tell('licences')),
      notices.map((one) => h('details', {}, h('summary', {}, `${one.name} ${one.version}`, one.licence ? h('span', { class: 'muted' }, ` · ${one.licence}`) : null), h('pre', { class: 'lines', tabindex: 0 }, one.text))),
    ],
  });
}
