/** The scores of a touchpoint: everybody's, and each persona's own. */

import { isMeasured, SIDES, titleOf, type Journey, type Score, type Side, type Touchpoint } from '../assessment.ts';
import { ask } from '../page/dialog.ts';
import { h, iconButton, own, sign } from '../dom.ts';
import { removeOwnScores, removeScore } from '../edits/operations.ts';
import type { Draft, ScoreKey } from '../figures/draft.ts';
import { digitsOf, gapText, written } from '../figures/numbers.ts';
import { avatar } from '../map/shown.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';
import { choosing } from './choosing.ts';
import { ScoreAxis, tag, type AxisModel } from './score_axis.ts';

interface Row {
  persona: string | null;
  axis: ScoreAxis;
  tag: HTMLElement;
  told: Record<Side, HTMLElement>;
}

export class ScoresField {
  readonly node = h('div', { class: 'scores' });
  readonly #session: Session;
  readonly #touchpoint: string;
  #rows: Row[] = [];

  constructor(session: Session, touchpoint: string) {
    this.#session = session;
    this.#touchpoint = touchpoint;
    this.#build();
  }

  get isDragged(): boolean {
    return this.#rows.some((row) => row.axis.isDragged);
  }

  focus(side: Side): void {
    this.#rows[0]?.axis.focus(side);
  }

  /** Follow the draft: what is shown moves, and is not built anew. */
  follow(): void {
    for (const row of this.#rows) {
      const model = this.#model(row.persona);
      if (!model) continue;
      row.axis.show(model);
      const next = tag(model.gap, gapText(model.gap, model.digits), row.persona === null ? 'big' : 'small');
      row.tag.className = next.className;
      row.tag.textContent = next.textContent;
      for (const side of SIDES) row.told[side].replaceChildren(...this.#told(model, side));
    }
  }

  #build(): void {
    const { draft } = this.#session;
    const point = draft?.point(this.#touchpoint);
    if (!draft || !point) return;
    const personas = point.by_persona.filter((one) => one.expectation || one.experience).map((one) => one.persona);
    this.#rows = [null, ...personas].flatMap((persona) => {
      const model = this.#model(persona);
      return model ? [this.#row(persona, model)] : [];
    });
    this.node.replaceChildren(...this.#rows.map((row, n) => this.#line(row, n, draft)), ...this.#more(draft.journey, point, personas));
  }

  #row(persona: string | null, model: AxisModel): Row {
    const key = (side: Side): ScoreKey => ({ touchpoint: this.#touchpoint, persona, side });
    const axis = new ScoreAxis(model, {
      preview: (side, score) => this.#session.preview(key(side), score),
      set: (side, score) => void this.#session.setScore(key(side), score),
      remove: (side) => void this.#session.run((tree) => removeScore(tree, key(side))),
      askMeasured: (side) => void this.#askMeasured(key(side)),
    });
    const size = persona === null ? 'big' : 'small';
    const told = { expectation: h('span', {}), experience: h('span', {}) };
    for (const side of SIDES) told[side].replaceChildren(...this.#told(model, side));
    return { persona, axis, told, tag: tag(model.gap, gapText(model.gap, model.digits), size) };
  }

  #line(row: Row, nth: number, draft: Draft): HTMLElement {
    const persona = draft.journey.personas.find((one) => one.id === row.persona);
    const name = persona ? titleOf(persona) : row.persona;
    const scale = h('div', { class: 'scale' }, name === null ? row.told.expectation : h('span', {}, own(name)), row.told.experience);
    const drag = h('div', { class: 'drag' }, scale, row.axis.node);
    if (row.persona === null || name === null) return h('div', { class: 'scorehead' }, row.tag, drag);
    const place = draft.journey.personas.findIndex((one) => one.id === row.persona);
    const remove = iconButton(say('removeOwnScores', name), sign('close'), () => void this.#session.run((tree) => removeOwnScores(tree, this.#touchpoint, row.persona ?? '')), { class: 'icon tiny' });
    return h('div', { class: 'scorehead own', 'data-nth': nth }, h('span', { class: 'who' }, avatar(name, Math.max(0, place)), row.tag), drag, remove);
  }

  /* O and B as they are written, and what was measured */
  #told(model: AxisModel, side: Side): (Node | string)[] {
    const value = side === 'expectation' ? model.gap.O : model.gap.B;
    const score = model.own[side];
    const parts: (Node | string)[] = [`${say(side === 'expectation' ? 'O' : 'B')} `, h('b', {}, written(value, model.digits))];
    if (model.who === null) parts.push(` ${say(side)}`);
    if (isMeasured(score)) {
      const lock = sign('lock');
      lock.setAttribute('class', 'lock');
      parts.push(h('small', { class: 'fact' }, lock, say('measuredFact', score.n ?? '–', score.measured ?? '–')));
    }
    return parts;
  }

  #more(journey: Journey, point: Touchpoint, personas: readonly string[]): HTMLElement[] {
    const without = journey.personas.filter((one) => !personas.includes(one.id));
    const parts: HTMLElement[] = [];
    if (without.length && (point.expectation || point.experience)) {
      const choice = h('select', { 'aria-label': say('addOwnScores'), 'data-focus': 'own' },
        h('option', { value: '' }, say('addOwnScores')), without.map((one) => h('option', { value: one.id }, titleOf(one))));
      choosing(choice, '', (persona) => this.#begin(point, persona));
      parts.push(choice);
    }
    const written = SIDES.filter((side) => point[side]?.from === 'written');
    const remove = (side: Side) => void this.#session.run((tree) => removeScore(tree, { touchpoint: point.id, persona: null, side }));
    if (written.length) {
      parts.push(h('span', { class: 'muted' }, `${say('removeScore')}: `, written.map((side, n) => [n ? ', ' : '', h('button', { type: 'button', class: 'link', click: () => remove(side) }, say(side))])));
    }
    return parts.length ? [h('div', { class: 'also' }, parts)] : [];
  }

  /* A persona's own scores begin where everybody's are. */
  #begin(point: Touchpoint, persona: string): void {
    const score = point.experience ?? point.expectation;
    const side: Side = point.experience ? 'experience' : 'expectation';
    if (persona && score) void this.#session.setScore({ touchpoint: point.id, persona, side }, score.score);
  }

  async #askMeasured(key: ScoreKey): Promise<void> {
    const { draft } = this.#session;
    const score = draft?.score(key);
    const point = draft?.point(key.touchpoint);
    if (!draft || !score || !point) return;
    const digits = digitsOf(point, draft.journey.scale);
    const [low, high] = draft.journey.scale;
    const answer = await ask({
      title: say('estimateTitle'), yes: say('estimateYes'),
      text: say('estimateText', say(key.side), written(score.score, digits), score.n ?? '–', score.measured ?? '–'),
      fields: [{ name: 'score', label: say('score'), kind: 'number', value: String(score.written ?? score.score), min: low, max: high, step: 'any' }],
    });
    const value = answer ? Number(answer['score']) : Number.NaN;
    if (Number.isFinite(value) && value >= low && value <= high) void this.#session.setScore(key, value);
  }

  #model(persona: string | null): AxisModel | null {
    const { draft } = this.#session;
    const point = draft?.point(this.#touchpoint);
    if (!draft || !point) return null;
    const { scale } = draft.journey;
    const known = draft.journey.personas.find((one) => one.id === persona);
    const score = (side: Side): Score | null => draft.score({ touchpoint: point.id, persona, side });
    return {
      key: `score ${persona ?? ''}`, who: persona === null ? null : known ? titleOf(known) : persona, scale,
      digits: digitsOf(point, scale), gap: draft.gap(point.id, persona), radius: persona === null ? 10 : 8,
      own: { expectation: score('expectation'), experience: score('experience') },
    };
  }
}

