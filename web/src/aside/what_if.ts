/** What if: experience moved by hand at one touchpoint or several, and what the journey comes to then.
Nothing of it is in the text until somebody writes it. */

import { titleOf, type Journey, type Touchpoint } from '../assessment.ts';
import { button, h, own } from '../dom.ts';
import { digitsOf, gapText, numbers } from '../figures/numbers.ts';
import { people } from '../figures/telling.ts';
import { levelOf, liftedScores, scoresWith, whatIf, writeLifts, type Change } from '../figures/what_if.ts';
import { focusIn, focusOn } from '../form/focus.ts';
import { stepOf } from '../form/geometry.ts';
import { tag } from '../form/score_axis.ts';
import type { Lifts, Session } from '../session.ts';
import { say } from '../words.ts';
import { Panel } from './panel.ts';

/** The share walks every way to its end: not in each frame of a drag. */
const REST_MS = 60;

export class WhatIfPane {
  readonly node: HTMLElement;
  readonly #session: Session;
  readonly #panel: Panel;
  readonly #sums = h('div', { class: 'sums', role: 'status' });
  readonly #rows = h('div', { class: 'lifted' });
  readonly #acts = h('div', { class: 'acts' });
  readonly #measured = h('p', { class: 'muted' });
  readonly #follow = new Map<string, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#panel = new Panel(session, 'whatif', 'whatIf',
      h('div', { class: 'told' }, h('p', { class: 'muted' }, say('whatIfText')), this.#sums, this.#rows, this.#measured), this.#acts);
    this.node = this.#panel.node;
    session.follow((topics) => {
      if (!this.#panel.isShown) return;
      if (topics.has('options') || topics.has('file') || topics.has('assessment')) this.#build();
      else if (topics.has('lifts')) this.#move();
      if (topics.has('selection') || topics.has('options')) this.#choose();
    });
    if (this.#panel.isShown) this.#build();
  }

  #build(): void {
    const { journey, persona } = this.#session;
    const focus = focusIn(this.node);
    this.#follow.clear();
    if (!journey) {
      this.#rows.replaceChildren();
      this.#sums.replaceChildren(h('p', { class: 'muted' }, say('noMap')));
      return;
    }
    const now = scoresWith(journey, persona, {});
    this.#rows.replaceChildren(...journey.touchpoints.flatMap((point, place) => {
      const B = now[place]?.B ?? null;
      return B === null ? [] : [this.#row(journey, point, place, B)];
    }));
    if (!this.#follow.size) this.#rows.replaceChildren(h('p', { class: 'muted' }, say('noScores')));
    this.#tell();
    if (focus) focusOn(this.node, focus);
  }

  /* a slider of B, and what C is then */
  #row(journey: Journey, point: Touchpoint, place: number, B: number): HTMLElement {
    const { persona } = this.#session;
    const [low, high] = journey.scale;
    const title = titleOf(point);
    const slider = h('input', { type: 'range', min: low, max: high, step: 'any', 'aria-label': say('whatIfOf', title), 'data-focus': `lift ${point.id}` });
    const output = h('span', { class: 'num then' });
    const holder = h('span', {});
    const show = () => {
      const points = this.#session.lifts[point.id] ?? 0;
      const then = scoresWith(journey, persona, this.#session.lifts)[place];
      const digits = Math.max(digitsOf(point, journey.scale), numbers().scoreDigits([[then?.O ?? null, then?.B ?? null]], journey.scale));
      const gap = { O: then?.O ?? null, B: then?.B ?? null, C: then?.C ?? null, level: levelOf(journey, then?.C ?? null) };
      holder.replaceChildren(tag(gap, gapText(gap, digits), 'small'));
      const text = points ? `${numbers().score(B, digits)} → ${numbers().score(then?.B ?? B, digits)}` : numbers().score(B, digits);
      output.textContent = text;
      slider.value = String(then?.B ?? B);
      slider.setAttribute('aria-valuetext', text);
      row.classList.toggle('is-lifted', points !== 0);
    };
    const to = (value: number) => this.#lift(point.id, numbers().rounded(Math.min(high, Math.max(low, value)) - B));
    const step = stepOf(journey.scale);
    slider.addEventListener('input', () => to(B + Math.round((Number(slider.value) - B) / step) * step));
    slider.addEventListener('keydown', (event) => {
      const by = keyStep(event.key, step);
      if (by === null) return;
      event.preventDefault();
      to(event.key === 'Home' ? low : event.key === 'End' ? high : B + (this.#session.lifts[point.id] ?? 0) + by);
    });
    const row = h('div', { class: 'lift', 'data-touchpoint': point.id }, holder,
      h('button', { type: 'button', class: 'link', click: () => this.#session.select(point.id) }, own(title)), output, slider);
    this.#follow.set(point.id, show);
    show();
    return row;
  }

  #lift(id: string, points: number): void {
    const { [id]: _, ...others } = this.#session.lifts;
    this.#session.lift(points ? { ...others, [id]: points } : others);
  }

  /* what is moved is told at once, the sums when the hand rests */
  #move(): void {
    for (const show of this.#follow.values()) show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), REST_MS);
  }

  #tell(): void {
    const { journey, persona } = this.#session;
    if (!journey) return;
    const lifts = this.#known(journey);
    const change = whatIf(journey, persona, lifts);
    const view = journey.views[persona ?? ''];
    if (!change || !view) return;
    const crowd = { now: people(view, view.disappointed?.share ?? null), then: people(view, change.values.disappointed) };
    this.#sums.replaceChildren(...[
      h('dl', { class: 'keyfigures pairs' }, figure('balance', say('balance'), change.balance), figure('disappointed', say('disappointed'), change.disappointed, crowd)),
      change.why ? h('p', { class: 'muted' }, say(change.why === 'simulated' ? 'whatIfSimulated' : 'whatIfTooLong')) : null,
      persona === null && journey.personas.length > 1 ? this.#personas(journey, lifts) : null,
    ].filter((one) => one !== null));
    this.#tellActs(journey, lifts);
  }

  #personas(journey: Journey, lifts: Lifts): HTMLElement {
    return h('table', { class: 'figures-table' }, h('thead', {}, h('tr', {}, [say('persona'), say('balance'), say('disappointed')].map((one) => h('th', { scope: 'col' }, one)))),
      h('tbody', {}, journey.personas.map((one) => {
        const change = whatIf(journey, one.id, lifts);
        return change && h('tr', { 'data-persona': one.id }, h('th', { scope: 'row' }, own(titleOf(one))), h('td', { class: 'num' }, pair(change.balance)), h('td', { class: 'num' }, pair(change.disappointed)));
      })));
  }

  #tellActs(journey: Journey, lifts: Lifts): void {
    const { persona, isBroken, clash } = this.#session;
    const { written, measured } = liftedScores(journey, persona, lifts);
    const isLifted = Object.keys(lifts).length > 0;
    const focus = focusIn(this.#acts);
    this.#measured.textContent = measured.length ? say('whatIfMeasured', measured.map((id) => titleOf(journey.touchpoints.find((one) => one.id === id) ?? { id })).join(', ')) : '';
    this.#acts.replaceChildren(
      button(say('writeIt'), () => void this.#write(lifts), { class: 'btn main', disabled: !written.length || isBroken || clash !== null, 'data-focus': 'write' }),
      button(say('asItWas'), () => this.#session.lift({}), { disabled: !isLifted, 'data-focus': 'reset' }));
    if (focus) focusOn(this.#acts, focus);
  }

  async #write(lifts: Lifts): Promise<void> {
    const session = this.#session;
    if (await session.run(writeLifts(session.persona, lifts))) session.lift({});
  }

  /* touchpoints that are gone by now are lifted no more */
  #known(journey: Journey): Lifts {
    return Object.fromEntries(Object.entries(this.#session.lifts).filter(([id]) => journey.touchpoints.some((one) => one.id === id)));
  }

  #choose(): void {
    const { selected } = this.#session;
    for (const row of this.#rows.querySelectorAll<HTMLElement>('.lift')) {
      const isIt = row.dataset['touchpoint'] === selected;
      row.classList.toggle('selected', isIt);
      if (isIt) row.scrollIntoView({ block: 'nearest' });
    }
    if (selected && !this.node.contains(document.activeElement)) focusOn(this.node, `lift ${selected}`);
  }
}

/* by half a point, or two; Home and End are the ends of the scale */
function keyStep(key: string, step: number): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 4, PageDown: -4, Home: 0, End: 0 };
  const by = steps[key];
  return by === undefined ? null : by * step;
}

const pair = ({ now, then }: Change): string => (now === then ? now : `${now} → ${then}`);

function figure(name: string, label: string, change: Change, crowd?: { now: string | null; then: string | null }): HTMLElement {
  const counted = crowd?.now && crowd.then ? (crowd.now === crowd.then ? crowd.now : `${crowd.now} → ${crowd.then}`) : null;
  return h('div', {}, h('dt', {}, label), h('dd', { 'data-what-if': name },
    change.now === change.then ? h('b', { class: 'num' }, change.now) : [h('s', { class: 'num' }, change.now), ' ', h('b', { class: 'num' }, change.then)], counted ? h('small', {}, counted) : null));
}
