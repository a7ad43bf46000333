/** The headline: balance, disappointed and success, and struck through what they were in the file. */

import type { Journey } from '../assessment.ts';
import { h } from '../dom.ts';
import { Draft, type Headline as Figures } from '../figures/draft.ts';
import { NONE, numbers } from '../figures/numbers.ts';
import type { Session } from '../session.ts';
import { say, type Word } from '../words.ts';

const FIGURES: readonly (readonly [keyof Figures, Word])[] = [['balance', 'balance'], ['disappointed', 'disappointed'], ['success', 'success']];
const UNKNOWN: Figures = { balance: null, disappointed: null, success: null };
/** The share walks every way to its end: not in each frame of a drag. */
const SHARE_REST_MS = 120;

export class Headline {
  readonly node = h('dl', { class: 'headline' });
  readonly #session: Session;
  readonly #values = new Map<keyof Figures, { now: HTMLElement; was: HTMLElement }>();
  /** The figures as a sentence, for whoever listens. */
  readonly said = h('p', { class: 'vh', role: 'status' });
  #before: { journey: Journey; persona: string | null; figures: Figures } | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    for (const [name, word] of FIGURES) {
      const parts = { now: h('span', { class: 'num' }), was: h('s', { class: 'num', hidden: true }) };
      this.#values.set(name, parts);
      this.node.append(h('div', {}, h('dt', {}, say(word)), h('dd', { 'data-figure': name }, parts.now, ' ', parts.was)));
    }
    session.follow((topics) => {
      if (!topics.has('draft') && !topics.has('file') && !topics.has('options')) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#showBalance());
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#showAll(), SHARE_REST_MS);
    });
  }

  #showBalance(): void {
    const { draft, persona } = this.#session;
    if (draft) this.#tell('balance', draft.balance(persona), this.#figuresBefore().balance);
  }

  #showAll(): void {
    const { draft, persona } = this.#session;
    const now = draft?.headline(persona) ?? UNKNOWN;
    const before = this.#figuresBefore();
    for (const [name] of FIGURES) this.#tell(name, now[name], before[name]);
    const said = draft ? FIGURES.map(([name, word]) => `${say(word)} ${this.#values.get(name)?.now.textContent}`).join(', ') : '';
    if (this.said.textContent !== said) this.said.textContent = said;
  }

  #figuresBefore(): Figures {
    const { savedJourney: journey, persona } = this.#session;
    if (!journey?.views[persona ?? '']) return UNKNOWN;
    if (this.#before?.journey !== journey || this.#before.persona !== persona) {
      this.#before = { journey, persona, figures: new Draft(journey).headline(persona) };
    }
    return this.#before.figures;
  }

  #tell(name: keyof Figures, now: number | null, before: number | null): void {
    const parts = this.#values.get(name);
    if (!parts) return;
    const [told, was] = [this.#written(name, now), this.#written(name, before)];
    parts.now.textContent = told;
    parts.now.className = name === 'balance' && now ? `num ${now < 0 ? 'd' : 'a'}` : 'num';
    parts.was.hidden = before === null || was === told;
    parts.was.textContent = parts.was.hidden ? '' : was;
  }

  #written(name: keyof Figures, value: number | null): string {
    if (value === null) return NONE;
    const view = this.#session.journey?.views[this.#session.persona ?? ''];
    const isAssumed = view?.assumed.includes(name === 'success' ? 'outcomes' : name) ?? false;
    if (name === 'balance') return numbers().marked(numbers().total(value), isAssumed);
    const isSimulated = name === 'disappointed' && view?.disappointed?.exact === false;
    return numbers().marked(numbers().share(value), isAssumed || isSimulated);
  }
}
