/** The menu of the page: files, what one takes along, the link, drafts, and where to go from here. */

import { button, h, sign, type Child } from '../dom.ts';
import { menu } from '../page/menu.ts';
import { say } from '../words.ts';
import type { Theme } from './picture_file.ts';
import { canChoosePlace } from './pickers.ts';
import { tell } from './words.ts';

export interface MenuActions {
  start(): void;
  open(): void;
  openFolder(): void;
  create(): void;
  save(): void;
  saveAs(): void;
  svg(theme: Theme): void;
  png(theme: Theme): void;
  csv(): void;
  mermaid(): void;
  print(): void;
  share(): void;
  keepDrafts(isWanted: boolean): void;
  forgetDrafts(): void;
  further(): void;
  about(): void;
}

const THEMES: readonly (readonly [Theme, 'light' | 'dark' | 'forPrint'])[] = [['light', 'light'], ['dark', 'dark'], ['print', 'forPrint']];

/** `areKept` is asked each time the menu opens. */
export function fileMenu(actions: MenuActions, areKept: () => boolean): HTMLElement {
  const act = (label: string, click: () => void, attributes = {}) => button(label, () => { close(); click(); }, { class: '', ...attributes });
  const inThemes = (label: string, click: (theme: Theme) => void) => h('div', { class: 'themes', role: 'group', 'aria-label': label },
    h('span', {}, label), THEMES.map(([theme, word]) => act(tell(word), () => click(theme), { 'aria-label': `${label}, ${tell(word)}` })));
  const drafts = h('input', { type: 'checkbox', change: () => actions.keepDrafts(drafts.checked) });
  const group = (...items: Child[]) => h('div', { class: 'group' }, items);
  const node = menu({ class: 'menu file-menu' },
    h('summary', { class: 'btn' }, tell('file'), sign('down')),
    h('div', { class: 'card' },
      group(act(tell('startPage'), actions.start), act(`${say('newJourney')}…`, actions.create), act(tell('openFile'), actions.open), act(tell('openFolder'), actions.openFolder)),
      group(act(say('save'), actions.save), canChoosePlace() ? act(tell('saveAs'), actions.saveAs) : act(tell('saveCopy'), actions.saveAs)),
      group(h('span', { class: 'muted' }, tell('export')), inThemes(tell('asSvg'), actions.svg), inThemes(tell('asPng'), actions.png),
        act(tell('asCsv'), actions.csv), act(tell('asMermaid'), actions.mermaid), act(tell('print'), actions.print)),
      group(act(tell('share'), actions.share), act(tell('further'), actions.further)),
      group(h('label', { class: 'check' }, drafts, tell('keepDrafts')), act(tell('forgetAll'), actions.forgetDrafts), act(tell('about'), actions.about))));
  const close = () => { node.open = false; };
  node.addEventListener('toggle', () => { if (node.open) drafts.checked = areKept(); });
  return node;
}
