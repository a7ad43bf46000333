/** A journey goes away as a link, and comes as one. */

import { h } from '../dom.ts';
import { ask } from '../page/dialog.ts';
import { isLink, linkOf, LONG_LINK, type Shared } from './link.ts';
import { copyButton, showSheet } from './sheets.ts';
import { tell } from './words.ts';

/** The page lies on somebody's own computer: its address leads nobody else to it. */
const isLocal = (): boolean => location.protocol === 'file:';

/** Show the link of a journey; whoever is not told who can read it may not take it for a secret. */
export async function share(shared: Shared): Promise<void> {
  const hash = await linkOf(shared);
  if (!isLink(hash)) return showSheet({ title: tell('shareTitle'), body: h('p', {}, tell('shareLarge')) });
  const link = isLocal() ? hash : location.href.replace(/#.*$/s, '') + hash;
  const field = h('textarea', { class: 'link', readonly: true, rows: 4, spellcheck: 'false', 'aria-label': tell('link') }, link);
  field.addEventListener('focus', () => field.select());
  await showSheet({
    title: tell('shareTitle'),
    body: [
      h('p', {}, tell('shareWho'), shared.workspace === undefined ? '' : ` ${tell('shareWorkspace')}`),
      field,
      h('p', { class: 'muted' }, link.length > LONG_LINK ? tell('shareLong', link.length) : tell('shareLength', link.length)),
      isLocal() ? h('p', { class: 'muted' }, tell('shareLocal')) : null,
      copyButton(link, () => field.select(), tell('copyLink')),
    ],
  });
}

/** The part of a link that somebody pastes; null where nobody does. */
export async function askLink(): Promise<string | null> {
  const answer = await ask({
    title: tell('openLinkTitle'), text: tell('openLinkText'), yes: tell('replaceYes'),
    fields: [{ name: 'link', label: tell('link'), kind: 'text', required: true, refuse: (text) => (linkIn(text) ? null : tell('openLinkHint')) }],
  });
  return answer ? linkIn(answer['link'] ?? '') : null;
}

/** A link within what was pasted. */
export function linkIn(text: string): string | null {
  const found = /#\d[\w-]*/.exec(text.replace(/\s+/g, ''))?.[0] ?? '';
  return isLink(found) ? found : null;
}
