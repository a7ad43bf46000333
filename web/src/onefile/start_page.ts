/** The first screen: what this is, and everything one can begin with. Nothing on it waits for Python. */

import { button, h, iconButton, own, s, sign, themeSign, type Child } from '../dom.ts';
import type { Language } from '../host.ts';
import { toggleTheme } from '../page/theme.ts';
import { language, say } from '../words.ts';
import type { Draft } from './drafts.ts';
import type { Example, Examples, Told } from './page_data.ts';
import { tell } from './words.ts';

export interface StartActions {
  open(): void;
  openFolder(): void;
  openLink(): void;
  create(template: string): void;
  first(): void;
  example(path: string): void;
  resume(draft: Draft): void;
  forget(draft: Draft): void;
  back(): void;
  about(): void;
  speak(language: Language): void;
}
export interface StartState {
  examples: Examples;
  drafts: readonly Draft[];
  /** The title of what is open behind it. */
  open: string | null;
  version: string;
}

/** A bar is at the most so high, in units of the picture, for so much of C. */
const BAR = { width: 11, gap: 5, half: 18, most: 5 } as const;

export function startPage(state: StartState, actions: StartActions): HTMLElement {
  return h('section', { class: 'start-page', 'aria-labelledby': 'start-title', tabindex: -1 },
    head(state, actions),
    h('div', { class: 'start-wrap' },
      h('div', { class: 'welcome' },
        h('h2', { id: 'start-title' }, tell('lead')),
        h('p', { class: 'pitch' }, tell('leadText')),
        h('div', { class: 'acts' },
          button(tell('openFile'), actions.open, { class: 'btn main' }), button(tell('openFolder'), actions.openFolder), button(tell('openLink'), actions.openLink)),
        h('p', { class: 'muted' }, tell('dropHint'))),
      h('div', { class: 'beside' }, anatomy(), h('p', { class: 'private' }, h('strong', {}, tell('nothingLeaves')), ' ', tell('nothingLeavesWhy'))),
      drafts(state.drafts, actions), beginnings(state.examples, actions), exampleCards(state.examples, actions),
      h('footer', {}, h('span', { class: 'muted num' }, `cjm ${state.version}`), button(tell('about'), actions.about, { class: 'btn small' }))));
}

/* one touchpoint as a map shows it: what the three letters are */
function anatomy(): HTMLElement {
  const at = (score: number) => 10 + score * 24;
  const [expected, experienced] = [9, 6];
  const term = (sign: Child, word: 'expectation' | 'experience') => h('span', {}, sign, ' ', h('b', { class: 'num' }, word === 'expectation' ? `O ${expected}` : `B ${experienced}`), ' ', say(word));
  const ring = () => s('circle', { cx: 6, cy: 6, r: 4.5, class: 'ring' });
  const disc = () => s('circle', { cx: 6, cy: 6, r: 5, class: 'disc' });
  return h('figure', { class: 'card anatomy' },
    h('div', {}, h('strong', {}, tell('sampleTitle')), h('span', { class: 'tag disappointment' }, `−${expected - experienced}`)),
    s('svg', { viewBox: '0 0 260 28', 'aria-hidden': 'true' },
      s('line', { class: 'axis', x1: at(0), x2: at(10), y1: 14, y2: 14 }),
      Array.from({ length: 11 }, (_, n) => s('line', { class: 'axis', x1: at(n), x2: at(n), y1: n % 5 ? 11 : 8, y2: n % 5 ? 17 : 20 })),
      s('line', { class: 'gap', x1: at(experienced), x2: at(expected), y1: 14, y2: 14 }),
      s('circle', { cx: at(expected), cy: 14, r: 8, class: 'ring' }), s('circle', { cx: at(experienced), cy: 14, r: 8, class: 'disc' })),
    h('figcaption', {}, term(small(ring()), 'expectation'), term(small(disc()), 'experience'), h('span', {}, h('b', { class: 'num' }, 'C = B − O'), ' ', tell('sampleGap'))));
}
const small = (shape: SVGElement): SVGElement => s('svg', { viewBox: '0 0 12 12', class: 'small', 'aria-hidden': 'true' }, shape);

function head({ open }: StartState, actions: StartActions): HTMLElement {
  const other: Language = language() === 'ru' ? 'en' : 'ru';
  return h('div', { class: 'start-head' },
    h('span', { class: 'brand' }, rings(), h('span', {}, 'cjm')),
    h('div', { class: 'tools' },
      open === null ? null : button(tell('backTo', open), actions.back, { class: 'btn back' }),
      button(other === 'ru' ? tell('russian') : tell('english'), () => actions.speak(other), { class: 'btn', lang: other }),
      iconButton(say('theme'), themeSign(), toggleTheme)));
}

function drafts(kept: readonly Draft[], actions: StartActions): Child {
  if (!kept.length) return null;
  const at = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return h('section', { 'aria-labelledby': 'start-drafts' }, h('h3', { id: 'start-drafts' }, tell('drafts')),
    h('ul', { class: 'drafts' }, kept.map((draft) => h('li', { class: 'card' },
      h('span', {}, h('strong', {}, own(draft.title)), h('small', { class: 'muted' }, tell('keptAt', at.format(draft.when)))),
      button(tell('resume'), () => actions.resume(draft), { class: 'btn main' }),
      button(tell('forget'), () => actions.forget(draft), { 'aria-label': tell('forgetOne', draft.title) })))));
}

function beginnings({ templates }: Examples, actions: StartActions): HTMLElement {
  const item = (name: string, about: string, act: () => void, attributes = {}) =>
    h('li', {}, h('button', { type: 'button', class: 'beginning', click: act, ...attributes }, sign('add'), h('span', {}, h('strong', {}, name), h('span', { class: 'muted' }, about))));
  return h('section', { 'aria-labelledby': 'start-begin' }, h('h3', { id: 'start-begin' }, tell('begin')),
    h('ul', { class: 'beginnings' },
      item(tell('firstMinute'), tell('firstAbout'), actions.first, { 'data-template': 'first' }),
      templates.map(({ name, about }) => {
        const [title, rest] = name === 'blank' ? [tell('blank'), about[language()]] : parted(about[language()]);
        return item(title, rest, () => actions.create(name), { 'data-template': name });
      })));
}

/* "a hotel: booking, check-in" → "A hotel", "booking, check-in" */
function parted(about: string): readonly [string, string] {
  const [title = '', ...rest] = about.split(': ');
  return [title.charAt(0).toLocaleUpperCase(language()) + title.slice(1), rest.join(': ')];
}

function exampleCards({ journeys }: Examples, actions: StartActions): HTMLElement {
  const spoken = language();
  /* one of a pair in two languages, the reader's own first */
  const shown = journeys.filter((one) => !one.in_two_languages || one.language === spoken);
  shown.sort((one, other) => Number(other.language === spoken) - Number(one.language === spoken));
  return h('section', { 'aria-labelledby': 'start-examples' },
    h('h3', { id: 'start-examples' }, tell('examples')), h('p', { class: 'muted' }, tell('examplesText')),
    h('ul', { class: 'examples' }, shown.map((one) => h('li', {}, exampleCard(one, actions)))));
}

function exampleCard(example: Example, actions: StartActions): HTMLElement {
  const { path, title, state, gaps } = example;
  const verdict = example.verdict[language()];
  return h('button', { type: 'button', class: 'card example', click: () => actions.example(path), 'data-example': path },
    h('span', { class: 'named' }, h('strong', { lang: example.language }, title),
      state === 'to-be' ? h('span', { class: 'chip to-be' }, tell('toBe')) : null,
      example.in_two_languages ? h('span', { class: 'chip' }, 'ru · en') : h('span', { class: 'chip' }, example.language)),
    h('span', { class: 'sum' }, verdict.length ? verdict.map(part) : tell('noScores')),
    gaps.some((gap) => gap !== null) ? bars(gaps) : null);
}

function part([text, level]: Told): Child {
  return level ? h('b', { class: level === 'disappointment' ? 'num d' : 'num a' }, text) : text;
}

/** C at each touchpoint, along the journey: above the line delight, below it disappointment. */
function bars(gaps: readonly (number | null)[]): SVGElement {
  const width = gaps.length * (BAR.width + BAR.gap) - BAR.gap;
  return s('svg', { class: 'bars', viewBox: `0 0 ${width} ${2 * BAR.half}`, width, height: 2 * BAR.half, 'aria-hidden': 'true' },
    s('line', { x1: 0, x2: width, y1: BAR.half, y2: BAR.half, class: 'zero' }),
    gaps.map((gap, nth) => {
      if (!gap) return s('circle', { cx: nth * (BAR.width + BAR.gap) + BAR.width / 2, cy: BAR.half, r: gap === null ? 1.5 : 3, class: gap === null ? 'none' : 's' });
      const height = Math.min(1, Math.abs(gap) / BAR.most) * BAR.half;
      return s('rect', { x: nth * (BAR.width + BAR.gap), y: gap > 0 ? BAR.half - height : BAR.half, width: BAR.width, height, rx: 1, class: gap > 0 ? 'a' : 'd' });
    }));
}

function rings(): SVGElement {
  return s('svg', { viewBox: '0 0 30 14', 'aria-hidden': 'true' },
    s('line', { x1: 7, x2: 23, y1: 7, y2: 7, stroke: 'var(--d)', 'stroke-width': 4 }),
    s('circle', { cx: 23, cy: 7, r: 5.4, fill: 'var(--page)', stroke: 'currentColor', 'stroke-width': 2 }),
    s('circle', { cx: 6, cy: 7, r: 5.4, fill: 'var(--d)' }));
}
