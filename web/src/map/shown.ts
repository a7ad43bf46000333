/** How the map is shown, in the one row below it: its view, who lives it, its colours. */

import { titleOf } from '../assessment.ts';
import { h, own, segmented, sign, themeSign, type Child } from '../dom.ts';
import type { Theme } from '../host.ts';
import { menu } from '../page/menu.ts';
import type { MapView, Session } from '../session.ts';
import { say, type Word } from '../words.ts';

const LOOKS: readonly (readonly [Theme | '', Word])[] = [['', 'lookPage'], ['light', 'lookLight'], ['dark', 'lookDark'], ['print', 'lookPrint']];

/** A choice of a menu: its value, and what is written on it. */
type Choice = readonly [value: string, label: Child];

export class Shown {
  readonly node = h('div', { class: 'shown' });
  readonly #session: Session;
  #known = '';

  constructor(session: Session) {
    this.#session = session;
    session.follow((topics) => {
      if (topics.has('options') || topics.has('file') || topics.has('assessment')) this.#offer();
    });
    this.#offer();
  }

  /* made anew only where it would say something else: an open menu stays while figures come */
  #offer(): void {
    const session = this.#session;
    const { view, persona, theme, journey } = session;
    const personas = journey?.personas.map((one) => [one.id, titleOf(one)] as const) ?? [];
    const known = JSON.stringify([view, persona, theme, personas]);
    if (known === this.#known) return;
    this.#known = known;
    const at = document.activeElement?.closest<HTMLElement>('.shown [data-part]')?.dataset;
    const views = segmented<MapView>(say('view'), [['graph', say('graph')], ['map', say('sheet')]], (to) => session.choose({ view: to }));
    views.node.dataset['part'] = 'view';
    views.show(view);
    const lived: readonly Choice[] = [['', [h('span', { class: 'avatar all' }, sign('people')), h('span', { class: 'brief' }, say('everybodyBriefly')), own(say('everybody'))]],
      ...personas.map(([id, name], nth): Choice => [id, [avatar(name, nth), own(name)]])];
    const looks = LOOKS.map(([name, word]): Choice => [name, say(word)]);
    this.node.replaceChildren(views.node,
      ...(personas.length ? [this.#menu('persona', 'livedBy', lived, persona ?? '', (to) => session.choose({ persona: to || null }))] : []),
      this.#menu('look', 'look', looks, theme ?? '', (to) => session.choose({ theme: (to || null) as Theme | null }), themeSign()));
    if (at) this.node.querySelector<HTMLElement>(`[data-part="${at['part']}"] ${at['part'] === 'view' ? '[aria-pressed="true"]' : 'summary'}`)?.focus();
  }

  /* its button tells what is chosen, or shows a sign */
  #menu(part: string, word: Word, choices: readonly Choice[], chosen: string, choose: (to: string) => void, icon?: SVGElement): HTMLElement {
    const choice = (value: string): Child => copied(choices.find(([one]) => one === value)?.[1]);
    const summary = h('summary', { class: icon ? 'btn small sign' : 'btn small', title: say(word) }, h('span', { class: 'vh' }, `${say(word)}: `),
      icon ? [icon, h('span', { class: 'vh' }, choice(chosen))] : [h('span', { class: 'chosen' }, choice(chosen)), sign('up')]);
    const node = menu({ class: 'menu', 'data-part': part }, summary, h('div', { class: 'card', role: 'group', 'aria-label': say(word) },
      choices.map(([value, label]) => h('button', { type: 'button', 'data-value': value, 'aria-pressed': String(value === chosen), click: () => { node.open = false; summary.focus(); choose(value); } }, label))));
    return node;
  }
}

/* a label stands on the button, too */
const copied = (label: Child): Child => (Array.isArray(label) ? label.map(copied) : label instanceof Node ? label.cloneNode(true) : label);

/** A persona's initial: the first has a whole ring, the others a dashed one. */
export function avatar(name: string, nth: number): HTMLElement {
  return h('span', { class: nth ? 'avatar second' : 'avatar', 'aria-hidden': 'true' }, [...name][0] ?? '');
}
