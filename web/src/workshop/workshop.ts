/** The workshop: one touchpoint after another, large enough for a projector, by keyboard all the way. */

import { SIDES, titleOf, type Journey, type Touchpoint } from '../assessment.ts';
import { button, h, iconButton, own, sign } from '../dom.ts';
import type { Structure } from '../edits/structure.ts';
import { digitsOf, gapText } from '../figures/numbers.ts';
import { begun, focusIn, focusOn, isTypedIn } from '../form/focus.ts';
import { scoreByDigit } from '../form/geometry.ts';
import { placeFields } from '../form/place.ts';
import { Refusal } from '../form/refusal.ts';
import { QUESTIONS, questionField, titleInput } from '../form/questions.ts';
import { tag } from '../form/score_axis.ts';
import { ScoresField } from '../form/scores.ts';
import { waysField } from '../form/ways_field.ts';
import { beside } from '../map/walking.ts';
import type { Key } from '../page/keys.ts';
import type { MakeOperations, Session } from '../session.ts';
import { say } from '../words.ts';

export class Workshop {
  readonly node = h('section', { class: 'workshop', 'aria-label': say('workshop'), hidden: true });
  readonly #session: Session;
  readonly #structure: Structure;
  readonly #left: () => void;
  readonly #walk = h('ol', { class: 'walk' });
  readonly #progress = h('p', { class: 'muted progress', role: 'status' });
  readonly #body = h('div', { class: 'shown-now' });
  readonly #refusal = new Refusal(this.#body);
  #scores: ScoresField | null = null;
  #isStale = false;

  /** `left` is called when somebody leaves it. */
  constructor(session: Session, structure: Structure, left: () => void) {
    this.#session = session;
    this.#structure = structure;
    this.#left = left;
    this.#body.addEventListener('focusout', () => { if (this.#isStale) setTimeout(() => this.#refresh()); });
    this.node.append(
      h('header', {}, this.#progress, h('div', { class: 'acts' },
        button([sign('add'), say('addAfter')], () => void this.#add(), { class: 'btn', 'data-focus': 'add' }),
        button([say('leaveWorkshop'), ' ', h('kbd', {}, 'Esc')], () => this.leave()))),
      this.#body,
      h('footer', {}, iconButton(say('previous'), '←', () => this.#step(-1)), h('nav', { 'aria-label': say('journey') }, this.#walk), iconButton(say('next'), '→', () => this.#step(1))));
    session.onNotice((notice) => notice.kind === 'edit' && this.isOpen && this.#refusal.tell(notice));
    session.follow((topics) => {
      if (this.node.hidden) return;
      if (topics.has('text') || topics.has('selection') || topics.has('file')) this.#refusal.clear();
      if (topics.has('selection') || topics.has('file')) this.#refresh(true);
      else if (topics.has('assessment')) this.#refresh();
      else if (topics.has('draft')) {
        this.#scores?.follow();
        this.#tellWalk();
      }
    });
  }

  get isOpen(): boolean {
    return !this.node.hidden;
  }

  open(): void {
    const { journey, selected } = this.#session;
    if (!journey) return;
    this.node.hidden = false;
    document.documentElement.classList.add('in-workshop');
    if (!selected) this.#session.select(journey.touchpoints.find(isOpen)?.id ?? journey.touchpoints[0]?.id ?? null);
    this.#refresh(true);
  }

  leave(): void {
    this.node.hidden = true;
    this.#body.replaceChildren();
    document.documentElement.classList.remove('in-workshop');
    this.#left();
  }

  /** Its keys, while it is open. */
  readonly keys: readonly Key[] = [
    { codes: ['KeyJ', 'ArrowRight', 'PageDown'], act: () => this.#step(1) },
    { codes: ['KeyK', 'ArrowLeft', 'PageUp'], act: () => this.#step(-1) },
    { codes: ['KeyO'], act: () => this.#scores?.focus('expectation') },
    { codes: ['KeyB'], act: () => this.#scores?.focus('experience') },
    { codes: ['KeyQ'], act: () => this.#nextQuestion() },
    { codes: ['KeyT'], act: () => focusOn(this.#body, 'title') },
    { codes: ['KeyA'], act: () => void this.#add() },
    { codes: ['KeyC'], act: () => focusOn(this.#body, 'connect') },
    { codes: ['Escape'], act: () => this.leave() },
    { codes: Array.from({ length: 10 }, (_, n) => [`Digit${n}`, `Numpad${n}`]).flat(), act: (event) => this.#digit(event) },
  ];

  async #add(): Promise<void> {
    if (await this.#structure.newTouchpoint(this.#session.selected)) focusOn(this.#body, 'score  expectation');
  }

  #step(by: 1 | -1): void {
    const { journey, selected } = this.#session;
    if (journey) this.#session.select(beside(journey, selected, by));
  }

  /* The side that has no score yet; expectation first. */
  #digit(event: KeyboardEvent): void {
    const { draft, selected } = this.#session;
    const point = selected ? draft?.point(selected) : undefined;
    const side = point && SIDES.find((one) => point[one] === null);
    const score = draft ? scoreByDigit(event.code, event.shiftKey, draft.journey.scale) : null;
    if (!point || !side || score === null) return;
    void this.#session.setScore({ touchpoint: point.id, persona: null, side }, score);
    this.#scores?.focus(side);
  }

  #nextQuestion(): void {
    const open = QUESTIONS.filter((one) => !this.#body.querySelector<HTMLTextAreaElement>(`[data-focus="${one.name}"]`)?.disabled);
    const at = open.findIndex((one) => one.name === focusIn(this.#body));
    const next = open[(at + 1) % open.length];
    if (next) focusOn(this.#body, next.name);
  }

  #refresh(isOther = false): void {
    const { draft, selected } = this.#session;
    const point = selected ? draft?.point(selected) : undefined;
    if (!draft || !point) {
      if (draft && this.isOpen) this.#session.select(draft.journey.touchpoints[0]?.id ?? null);
      return;
    }
    this.#tellWalk();
    if (!isOther && (this.#scores?.isDragged || isTypedIn(this.#body))) {
      this.#isStale = true;
      this.#scores?.follow();
      return;
    }
    this.#isStale = false;
    const focus = focusIn(this.#body);
    this.#draw(draft.journey, point);
    if (focus && !isOther) focusOn(this.#body, focus);
    else (document.activeElement as HTMLElement | null)?.blur();
  }

  #draw(journey: Journey, point: Touchpoint): void {
    const session = this.#session;
    const write = (make: MakeOperations) => void session.run(make);
    const stage = journey.stages.find((one) => one.id === point.stage);
    const channels = point.channels.map((id) => journey.channels.find((one) => one.id === id) ?? { id });
    this.#scores = new ScoresField(session, point.id);
    const fields = QUESTIONS.map((question, n) => questionField(question, point, session, n + 1));
    for (const field of fields) field.querySelector('textarea, input')?.addEventListener('keydown', (event) => this.#inField(event as KeyboardEvent));
    this.#body.replaceChildren(
      h('div', { class: 'asked' },
        h('p', { class: 'where' }, [stage, ...channels].flatMap((one, n) => (one ? [n ? ' · ' : '', own(titleOf(one))] : []))),
        titleInput(point, session, say('titleField')), h('div', { class: 'questions' }, fields)),
      h('div', { class: 'scored' }, this.#scores.node, h('p', { class: 'muted hint' }, say('scoreHint')), waysField(session, journey, point),
        h('details', { class: 'also-here' }, h('summary', {}, say('place')), placeFields(journey, point, {
          write, rename: (one) => void this.#structure.rename('touchpoint', one.id),
          newStage: () => this.#structure.newStage(), newChannel: () => this.#structure.newChannel(),
        }))));
    begun(this.#body);
    this.#refusal.again();
  }

  /* Ctrl Enter goes to the next question. */
  #inField(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#nextQuestion();
    }
  }

  #tellWalk(): void {
    const { draft, selected } = this.#session;
    if (!draft) return;
    const points = draft.journey.touchpoints;
    const scored = points.filter((one) => !isOpen(one)).length;
    const at = points.findIndex((one) => one.id === selected);
    this.#progress.textContent = `${say('stepOf', at + 1, points.length)} · ${scored === points.length ? say('ready') : say('scored', scored, points.length)}`;
    this.#walk.replaceChildren(...points.map((point) => {
      const gap = draft.gap(point.id, null);
      const isHere = point.id === selected;
      const text = gapText(gap, digitsOf(point, draft.journey.scale));
      return h('li', {}, h('button', { type: 'button', title: titleOf(point), 'aria-label': `${text} ${titleOf(point)}`, 'aria-current': isHere ? 'step' : null, click: () => this.#session.select(point.id) },
        tag(gap, text, 'small')));
    }));
    this.#walk.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

const isOpen = (point: Touchpoint): boolean => point.expectation === null || point.experience === null;
