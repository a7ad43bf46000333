/** The form: one touchpoint as fields beside the map. */

import { titleOf, type Journey, type Touchpoint } from '../assessment.ts';
import type { Structure } from '../edits/structure.ts';
import { button, h, iconButton, own, sign } from '../dom.ts';
import { beside } from '../map/walking.ts';
import type { MakeOperations, Session } from '../session.ts';
import { say } from '../words.ts';
import { changesBlock } from './changes.ts';
import { begun, focusIn, focusOn, isTypedIn } from './focus.ts';
import { placeFields } from './place.ts';
import { Refusal } from './refusal.ts';
import { QUESTIONS, questionField, titleInput } from './questions.ts';
import { ScoresField } from './scores.ts';
import { waysField } from './ways_field.ts';

export class Form {
  readonly node = h('aside', { class: 'inspector', 'aria-label': say('touchpoint'), hidden: true, tabindex: -1 });
  readonly #session: Session;
  readonly #structure: Structure;
  readonly #save: () => void;
  readonly #body = h('form', {});
  readonly #where = h('p', {});
  readonly #waits = h('p', { class: 'waits', role: 'status', hidden: true }, say('formLocked'));
  readonly #scroll = h('div', { class: 'scroll' });
  readonly #acts = h('div', { class: 'acts' });
  readonly #changes = h('div', { class: 'changes' });
  readonly #refusal = new Refusal(this.#body);
  #scores: ScoresField | null = null;
  #shown: string | null = null;
  #isStale = false;
  #frame = 0;

  constructor(session: Session, structure: Structure, save: () => void) {
    this.#session = session;
    this.#structure = structure;
    this.#save = save;
    this.#body.addEventListener('submit', (event) => event.preventDefault());
    this.#body.addEventListener('focusout', () => { if (this.#isStale) setTimeout(() => this.#refresh()); });
    this.#scroll.append(this.#waits, this.#body);
    const step = (by: 1 | -1) => { if (session.journey) session.select(beside(session.journey, session.selected, by)); };
    this.node.append(
      h('div', { class: 'top' }, this.#where,
        iconButton(say('previous'), sign('up'), () => step(-1)), iconButton(say('next'), sign('down'), () => step(1)),
        iconButton(say('close'), sign('close'), () => session.select(null))),
      this.#scroll, this.#acts);
    session.onNotice((notice) => notice.kind === 'edit' && this.isShown && this.#refusal.tell(notice));
    session.follow((topics) => {
      if (topics.has('text') || topics.has('selection') || topics.has('file')) this.#refusal.clear();
      if (topics.has('selection') || topics.has('file')) this.#refresh(true);
      else if (topics.has('options') && this.isShown !== this.#isWanted) this.#refresh(true);
      else if (topics.has('assessment')) this.#refresh();
      else if (topics.has('draft')) this.#scores?.follow();
      if (topics.has('status')) this.#wait();
      if (topics.has('text') || topics.has('status') || topics.has('selection')) this.#tellLater();
    });
  }

  get isShown(): boolean {
    return !this.node.hidden;
  }
  get #isWanted(): boolean {
    const { selected, draft, aside } = this.#session;
    return aside === 'form' && selected !== null && draft?.point(selected) !== undefined;
  }

  /* nothing is written from here while the text cannot be read */
  #wait(): void {
    const { isBroken } = this.#session;
    this.#waits.hidden = !isBroken;
    this.#body.inert = isBroken;
  }

  /** Give a field the focus. */
  focus(name: string): void {
    focusOn(this.node, name);
  }

  /* A field that somebody types in, or a score under a finger, is not taken away. */
  #refresh(isOther = false): void {
    const { selected, draft } = this.#session;
    const point = selected ? draft?.point(selected) : undefined;
    this.node.hidden = !this.#isWanted;
    if (!point || !draft || this.node.hidden) {
      this.#shown = null;
      this.#scores = null;
      return;
    }
    if (!isOther && (this.#scores?.isDragged || isTypedIn(this.#body))) {
      this.#isStale = true;
      this.#scores?.follow();
      return;
    }
    this.#isStale = false;
    const focus = focusIn(this.node);
    this.#draw(draft.journey, point);
    if (this.#shown !== point.id) this.#scroll.scrollTop = 0;
    else if (focus) this.focus(focus);
    this.#shown = point.id;
  }

  #draw(journey: Journey, point: Touchpoint): void {
    const session = this.#session;
    const write = (make: MakeOperations) => void session.run(make);
    const stage = journey.stages.find((one) => one.id === point.stage);
    const channels = point.channels.map((id) => journey.channels.find((one) => one.id === id) ?? { id });
    this.#where.replaceChildren(...[stage, ...channels].flatMap((one, n) => (one ? [n && stage ? ' · ' : n > 1 ? ' · ' : '', own(titleOf(one))] : [])));
    this.#scores = new ScoresField(session, point.id);
    this.#body.replaceChildren(
      h('label', {}, say('titleField'), titleInput(point, session, null)), this.#scores.node, this.#changes,
      ...QUESTIONS.map((question) => questionField(question, point, session)),
      placeFields(journey, point, {
        write, rename: (one) => void this.#structure.rename('touchpoint', one.id),
        newStage: () => this.#structure.newStage(), newChannel: () => this.#structure.newChannel(),
      }),
      waysField(session, journey, point),
      h('div', { class: 'line acts-more' },
        button([sign('add'), say('addAfter')], () => void this.#structure.newTouchpoint(point.id), { class: 'btn small', 'data-focus': 'add' }),
        button(say('removeTouchpoint'), () => void this.#structure.removeTouchpoint(point.id), { class: 'btn small', 'data-focus': 'remove' })));
    begun(this.#body);
    this.#refusal.again();
    this.#tellChanges();
  }

  #tellLater(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#tellChanges());
  }

  #tellChanges(): void {
    if (this.node.hidden) return;
    const session = this.#session;
    const block = session.isChanged ? changesBlock(session.saved.text, session.buffer.text) : null;
    this.#changes.replaceChildren(...(block ? [block] : []));
    const focus = focusIn(this.#acts);
    this.#acts.replaceChildren(
      button(say('save'), this.#save, { class: 'btn main', disabled: !session.isUnsaved || session.isBroken || session.clash !== null, 'data-focus': 'save' }),
      button(say('discard'), () => void this.#structure.discard(), { disabled: !session.isChanged, 'data-focus': 'discard' }),
      h('small', { class: 'by-key' }, h('kbd', {}, 'Ctrl S')));
    if (focus) this.focus(focus);
  }
}
