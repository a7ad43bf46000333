/** A print for a client: the map on a page of its own, then what it comes to, each touchpoint in a row. */

import { titleOf, type Journey, type Touchpoint } from '../assessment.ts';
import { h, type Child } from '../dom.ts';
import type { Headline } from '../figures/draft.ts';
import { digitsOf, gapText, NONE, numbers, written } from '../figures/numbers.ts';
import engine from '../../../cjm/site/assets/what_if.js';
import { language, say } from '../words.ts';
import { tell } from './words.ts';

export interface Printed {
  svg: string;
  journey: Journey;
  figures: Headline;
  persona: string | null;
  version: string;
}

/** Put it in the place of the page, and open the browser's print. */
export function printSheet(printed: Printed): void {
  document.getElementById('print')?.remove();
  const sheet = h('section', { id: 'print', 'aria-hidden': 'true' }, mapOf(printed.svg), h('div', { class: 'printed-points' }, head(printed), table(printed), foot(printed)));
  document.body.append(sheet);
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  print();
}

function head({ journey, figures, persona }: Printed): HTMLElement {
  const who = persona === null ? tell('everyone') : titleOf(journey.personas.find((one) => one.id === persona) ?? { id: persona });
  const figure = (term: string, value: string, level = '') => h('div', {}, h('dt', {}, term), h('dd', { class: `num ${level}` }, value));
  const { balance, disappointed, success } = figures;
  const missing = journey.not_worked_out ?? [];
  return h('header', {},
    h('h1', {}, journey.title ?? journey.id),
    h('p', {}, [who, new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date())].join(' · ')),
    h('dl', {},
      figure(say('balance'), balance === null ? NONE : numbers().total(balance), balance ? (balance < 0 ? 'd' : 'a') : ''),
      figure(say('disappointed'), disappointed === null ? NONE : numbers().share(disappointed)),
      figure(say('success'), success === null ? NONE : numbers().share(success))),
    missing.length ? h('p', {}, missing.map((one) => one.message).join('; ')) : null);
}

/* of our own making, so it may stand in the page as it is; a wide map gets a wide page */
function mapOf(svg: string): HTMLElement {
  const picture = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
  const isWide = Number(picture.getAttribute('width')) > Number(picture.getAttribute('height'));
  return h('figure', { class: `printed-map ${isWide ? 'wide' : 'tall'}` }, picture);
}

function table({ journey, persona }: Printed): HTMLElement {
  const scored = engine.scores(journey, persona, {});
  const head = [say('stage'), say('touchpoint'), 'O', 'B', 'C', tell('whatHurts')];
  return h('table', {}, h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col' }, one)))),
    h('tbody', {}, journey.touchpoints.map((point, nth) => row(journey, point, scored[nth]))));
}

function row(journey: Journey, point: Touchpoint, scores: { O: number | null; B: number | null; C: number | null } | undefined): HTMLElement {
  const digits = digitsOf(point, journey.scale);
  const stage = journey.stages.find((one) => one.id === point.stage);
  const { O, B, C } = scores ?? { O: null, B: null, C: null };
  const cells: readonly Child[] = [
    stage ? titleOf(stage) : NONE, titleOf(point), written(O, digits), written(B, digits),
    h('span', { class: `tag small ${engine.level(C, journey.tolerance)}` }, gapText({ O, B }, digits)), point.pains.join('; '),
  ];
  return h('tr', {}, cells.map((cell, nth) => h('td', { class: nth > 1 && nth < 5 ? 'num' : '' }, cell)));
}

const foot = ({ version }: Printed): HTMLElement => h('footer', {}, tell('printedFrom', version));
