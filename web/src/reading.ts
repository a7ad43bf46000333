/** Reading a journey's text: it is assessed and drawn anew after each change; what cannot be read
leaves the last good journey and its map. */

import { failed, type Failed } from './host.ts';
import { Draft, type ScoreKey } from './figures/draft.ts';
import type { Journey } from './assessment.ts';
import { Pace, type Turn } from './pace.ts';
import type { Session } from './session.ts';
import { Offsets } from './text/offsets.ts';
import type { Work } from './work.ts';
import { language } from './words.ts';

/** A picture that was asked for. */
interface Drawn extends Pick<Session, 'view' | 'persona' | 'theme'> {
  turn: Turn;
  done: Promise<Failed | null>;
}

export class Reading {
  readonly pace: Pace;
  readonly #session: Session;
  readonly #work: Work;
  readonly #waiting: () => Iterable<{ key: ScoreKey; value: number }>;
  readonly #sketches: Pace;
  #offsets: Offsets | null = null;
  #drawn: Drawn | null = null;
  /* the last answer of each kind, where it was none */
  readonly #failures: { assess: Failed | null; draw: Failed | null } = { assess: null, draw: null };

  /** `waiting` are the scores that are shown already, and not written yet. */
  constructor(session: Session, work: Work, waiting: () => Iterable<{ key: ScoreKey; value: number }>) {
    this.#session = session;
    this.#work = work;
    this.#waiting = waiting;
    this.pace = new Pace((turn) => work.busy(this.#assess(turn)), () => session.file !== null);
    this.#sketches = new Pace((turn) => this.#sketch(turn), () => session.file !== null);
  }

  /** Another file: nothing is known of it. */
  forget(): void {
    this.#offsets = null;
    this.#drawn = null;
    this.#failures.assess = this.#failures.draw = null;
  }

  /** Why there is no answer to the last text that was asked about; null where there is one. */
  get unanswered(): Failed['error'] | null {
    return (this.#failures.assess ?? this.#failures.draw)?.error ?? null;
  }

  /** Where a touchpoint's entry stands in the text now, in the editor's offsets. */
  range(id: string): readonly [number, number] | null {
    const found = this.#session.picture?.ranges[id];
    const offsets = this.#offsets;
    if (!found || !offsets) return null;
    const { buffer } = this.#session;
    return [buffer.sinceMark(offsets.toEditor(found[0])), buffer.sinceMark(offsets.toEditor(found[1]))];
  }

  /** Draw what is typed without waiting until typing rests; its figures come then. */
  sketch(): void {
    this.#sketches.changed();
    this.#sketches.soon();
  }

  async #sketch(turn: Turn): Promise<void> {
    turn.take();
    await this.#work.busy(this.#draw(this.pace.turn())); /* what cannot be drawn is told with the figures */
  }

  /** Draw the map once more: for another persona, in another view or look. */
  redraw(): void {
    if (this.#session.isBroken) return;
    void this.#work.busy(this.#draw(this.pace.turn()).then((failure) => this.#answered('draw', failure)));
  }

  /** Show a journey, with the scores that are on their way. */
  adopt(journey: Journey): void {
    const session = this.#session;
    session.journey = journey;
    const draft = new Draft(journey);
    session.draft = draft;
    for (const { key, value } of this.#waiting()) draft.setScore(key, value);
    if (session.persona && !journey.views[session.persona]) session.persona = null;
    const lost = session.selected !== null && !draft.point(session.selected);
    if (lost) session.selected = null;
    session.tell('draft', ...(lost ? (['selection'] as const) : []));
  }

  /* The map is asked for with the figures: it is there before them. */
  async #assess(turn: Turn): Promise<void> {
    const session = this.#session;
    const { file, persona } = session;
    if (!file) return;
    const drawn = this.#work.busy(this.#draw(turn));
    const assessment = await session.host.assess(file.file, session.buffer.text, language(), session.renamed);
    if (!session.isOpen(file) || !turn.take()) return;
    this.#answered('assess', failed(assessment) ? assessment : null);
    if (failed(assessment)) return;
    session.findings = assessment.findings;
    session.isBroken = assessment.unread;
    if (!assessment.unread) {
      if (!session.isChanged || !session.savedJourney) session.savedJourney = assessment;
      this.adopt(assessment);
    }
    session.tell('assessment', 'status');
    if (assessment.unread) this.#answered('draw', null); /* it is told by what could not be read */
    else if (session.persona !== persona) this.redraw();
    else void drawn.then((failure) => { if (turn.isCurrent) this.#answered('draw', failure); });
  }

  /* Once for each text and each way to show it. */
  #draw(turn: Turn): Promise<Failed | null> {
    const { view, persona, theme } = this.#session;
    const before = this.#drawn;
    if (before?.turn.isCurrent && before.view === view && before.persona === persona && before.theme === theme) return before.done;
    const done = this.#take(turn);
    this.#drawn = { turn, view, persona, theme, done };
    return done;
  }

  /* Take the picture of the text as it is; why there is none, where somebody still waits for it. */
  async #take(turn: Turn): Promise<Failed | null> {
    const session = this.#session;
    const { file, view, persona, theme } = session;
    if (!file) return null;
    const { text } = session.buffer;
    const picture = await session.host.picture(file.file, text, {
      view, persona, language: language(), renamed: session.renamed, ...(theme ? { theme } : {}),
    });
    const late = !turn.isCurrent || !session.isOpen(file) || view !== session.view || persona !== session.persona || theme !== session.theme;
    if (late) return null;
    if (failed(picture)) return picture;
    this.#answered('draw', null);
    session.picture = picture;
    this.#offsets = new Offsets(text);
    session.buffer.mark();
    session.tell('picture');
    return null;
  }

  /* a host that is lost is told of by itself */
  #answered(kind: 'assess' | 'draw', failure: Failed | null): void {
    const before = this.unanswered?.message;
    this.#failures[kind] = this.#session.isLost ? null : failure;
    if (this.unanswered?.message !== before) this.#session.tell('unanswered');
  }
}
