/** Ring and disc on their axis, two sliders: dragged by mouse and finger, moved by keys. */

import { isMeasured, type Score, type Side } from '../assessment.ts';
import { h, s } from '../dom.ts';
import type { Gap } from '../figures/draft.ts';
import { NONE, written } from '../figures/numbers.ts';
import { say } from '../words.ts';
import { AXIS, scoreAt, scoreByDigit, scoreByKey, ticks, xOf, type Scale } from './geometry.ts';

export interface AxisModel {
  /** What a slider is told apart by when it is drawn anew. */
  key: string;
  /** Whose: a persona's name, or null for everybody. */
  who: string | null;
  scale: Scale;
  digits: number;
  gap: Gap;
  /** What stands in the file under this key; null where it is somebody else's, or nobody's. */
  own: Readonly<Record<Side, Score | null>>;
  radius: number;
}
export interface AxisActions {
  /** While it is dragged. */
  preview(side: Side, score: number): void;
  set(side: Side, score: number): void;
  remove(side: Side): void;
  /** Somebody wants to move what was measured. */
  askMeasured(side: Side): void;
}

const CLASS: Record<Side, string> = { expectation: 'ring', experience: 'disc' };

export class ScoreAxis {
  readonly node: SVGSVGElement;
  isDragged = false;
  readonly #actions: AxisActions;
  readonly #bar = s('line', { class: 'bar', y1: AXIS.y, y2: AXIS.y });
  readonly #handles: Record<Side, SVGCircleElement>;
  #model: AxisModel;

  constructor(model: AxisModel, actions: AxisActions) {
    this.#model = model;
    this.#actions = actions;
    const { scale } = model;
    this.#handles = { expectation: this.#handle('expectation'), experience: this.#handle('experience') };
    this.node = s('svg', { viewBox: `0 0 ${AXIS.width} ${AXIS.height}`, class: 'bell', role: 'group', 'aria-label': this.#name() },
      s('line', { class: 'axis', x1: AXIS.from, x2: AXIS.to, y1: AXIS.y, y2: AXIS.y }),
      ticks(scale).map(({ at, isLong }) => s('line', { class: 'axis', x1: xOf(at, scale), x2: xOf(at, scale), y1: AXIS.y - (isLong ? 6 : 3), y2: AXIS.y + (isLong ? 6 : 3) })),
      this.#bar, this.#handles.expectation, this.#handles.experience);
    this.show(model);
  }

  /** Another state of the same scores. */
  show(model: AxisModel): void {
    this.#model = model;
    const { gap, scale } = model;
    /* without scores both stand in the middle: the hand takes the expectation, which is asked first */
    const isEmpty = gap.O === null && gap.B === null;
    this.node.setAttribute('class', `bell ${gap.level}${isEmpty ? ' empty' : ''}`);
    this.#bar.setAttribute('visibility', gap.C === null ? 'hidden' : 'visible');
    if (gap.O !== null && gap.B !== null) {
      this.#bar.setAttribute('x1', String(xOf(gap.O, scale)));
      this.#bar.setAttribute('x2', String(xOf(gap.B, scale)));
    }
    for (const side of ['expectation', 'experience'] as const) this.#place(side);
    /* where both are equal the disc lies inside the ring */
    const isInside = gap.O !== null && gap.O === gap.B;
    this.#handles.experience.setAttribute('r', String(isInside ? model.radius * 0.55 : model.radius));
  }

  focus(side: Side): void {
    this.#handles[side].focus();
  }

  #value(side: Side): number | null {
    return side === 'expectation' ? this.#model.gap.O : this.#model.gap.B;
  }

  #place(side: Side): void {
    const { scale, digits, own, radius, key } = this.#model;
    const node = this.#handles[side];
    const value = this.#value(side);
    const score = own[side];
    const middle = (scale[0] + scale[1]) / 2;
    const isLocked = isMeasured(score);
    node.setAttribute('cx', String(xOf(value ?? middle, scale)));
    node.setAttribute('r', String(radius));
    node.setAttribute('class', `${CLASS[side]} handle${value === null ? ' none' : ''}${score === null && value !== null ? ' shared' : ''}${isLocked ? ' measured' : ''}`);
    node.setAttribute('aria-valuenow', String(value ?? middle));
    node.setAttribute('aria-valuetext', this.#text(value, digits, isLocked ? score : null));
    node.setAttribute('data-focus', `${key} ${side}`);
  }

  #text(value: number | null, digits: number, measured: Score | null): string {
    if (value === null) return say('notScored');
    const text = say('points', written(value, digits), written(this.#model.scale[1], digits));
    return measured ? say('locked', text, measured.n ?? NONE, measured.measured ?? NONE) : text;
  }

  #name(): string {
    const both = `${say('expectation')}, ${say('experience')}`;
    return this.#model.who === null ? both : `${this.#model.who}: ${both}`;
  }

  #handle(side: Side): SVGCircleElement {
    const { who, scale } = this.#model;
    const label = who === null ? say(side) : say('ofPersona', say(side), who);
    const node = s('circle', {
      cy: AXIS.y, tabindex: 0, role: 'slider', 'aria-label': label, 'aria-orientation': 'horizontal', 'aria-valuemin': scale[0], 'aria-valuemax': scale[1],
    });
    node.addEventListener('keydown', (event) => this.#key(side, event));
    node.addEventListener('pointerdown', (event) => this.#drag(side, node, event));
    return node;
  }

  #isLocked(side: Side): boolean {
    return isMeasured(this.#model.own[side]);
  }

  #key(side: Side, event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { scale } = this.#model;
    const value = this.#value(side);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      event.stopPropagation();
      if (this.#model.own[side]?.from === 'written') this.#actions.remove(side);
      return;
    }
    const middle = (scale[0] + scale[1]) / 2;
    const begun = event.key === 'Enter' || event.key === ' ' ? (value ?? middle) : null;
    const to = scoreByKey(event.key, value ?? middle, scale) ?? scoreByDigit(event.code, event.shiftKey, scale) ?? begun;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#isLocked(side)) this.#actions.askMeasured(side);
    else if (to !== value) this.#actions.set(side, value === null && begun === null && /^Arrow/.test(event.key) ? middle : to);
  }

  #drag(side: Side, node: SVGCircleElement, event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    node.focus({ preventScroll: true });
    if (this.#isLocked(side)) {
      this.#actions.askMeasured(side);
      return;
    }
    const first = this.#value(side);
    let last = first;
    node.setPointerCapture(event.pointerId);
    this.isDragged = true;
    const move = (to: PointerEvent) => {
      const box = this.node.getBoundingClientRect();
      const score = scoreAt((to.clientX - box.left) / box.width, this.#model.scale);
      if (score === last) return;
      last = score;
      this.#actions.preview(side, score);
    };
    const end = (to: PointerEvent) => {
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', end);
      node.removeEventListener('pointercancel', end);
      this.isDragged = false;
      const isDropped = to.type === 'pointerup';
      if (isDropped && last !== null && last !== first) this.#actions.set(side, last);
      else if (first !== null) this.#actions.preview(side, first);
    };
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', end);
    node.addEventListener('pointercancel', end);
  }
}

/** The tag of C in its silhouette. */
export function tag(gap: Gap, text: string, size: 'big' | 'small'): HTMLElement {
  return h('span', { class: `tag ${size} ${gap.level}` }, text);
}
