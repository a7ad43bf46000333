/** A draft: the journey with scores that are not confirmed yet, and the figures that come of them.

The engine is the report's own. Only scores are other ones, so who walks where stays, and a change
is told in the next frame; what is written is assessed by the host. */

import engine from '../../../cjm/site/assets/what_if.js';
import type { Journey, PersonaScores, Score, Side, Touchpoint } from '../assessment.ts';

export type Level = 'disappointment' | 'satisfaction' | 'delight' | 'unmeasured';

/** Whose score it is: everybody's with no persona. */
export interface ScoreKey {
  touchpoint: string;
  persona: string | null;
  side: Side;
}
export interface Gap {
  O: number | null;
  B: number | null;
  C: number | null;
  level: Level;
}
export interface Headline {
  balance: number | null;
  disappointed: number | null;
  success: number | null;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OwnScores = Writable<PersonaScores>;

export class Draft {
  readonly journey: Journey;
  readonly #places = new Map<string, number>();
  readonly #moved = new Set<string>();

  constructor(journey: Journey) {
    const touchpoints = journey.touchpoints.map((point) => ({
      ...point,
      by_persona: point.by_persona.map((own) => ({ ...own })),
    }));
    this.journey = { ...journey, touchpoints };
    touchpoints.forEach((point, place) => this.#places.set(point.id, place));
  }

  point(id: string): Touchpoint | undefined {
    return this.journey.touchpoints[this.#places.get(id) ?? -1];
  }

  /** The score that stands under a key; null where there is none of its own. */
  score(key: ScoreKey): Score | null {
    const point = this.point(key.touchpoint);
    if (!point) return null;
    if (key.persona === null) return point[key.side];
    return point.by_persona.find((own) => own.persona === key.persona)?.[key.side] ?? null;
  }

  /** Let a score be another one; null takes it away. */
  setScore(key: ScoreKey, value: number | null): void {
    const point = this.point(key.touchpoint) as Writable<Touchpoint> | undefined;
    if (!point) return;
    this.#moved.add(key.touchpoint);
    const score = value === null ? null : { ...(this.score(key) ?? NEW_SCORE), score: value };
    if (key.persona === null) {
      point[key.side] = score;
      return;
    }
    let own = point.by_persona.find((one) => one.persona === key.persona) as OwnScores | undefined;
    if (!own) {
      own = { persona: key.persona, expectation: null, experience: null };
      point.by_persona = [...point.by_persona, own];
    }
    own[key.side] = score;
  }

  /** Whether a score here is not the journey's. */
  isMoved(id: string): boolean {
    return this.#moved.has(id);
  }

  /** O, B and C of a touchpoint, as everybody or one persona lives it. */
  gap(id: string, persona: string | null): Gap {
    const place = this.#places.get(id);
    const known = place === undefined ? undefined : engine.scores(this.journey, persona, {})[place];
    const { O, B, C } = known ?? { O: null, B: null, C: null };
    return { O, B, C, level: engine.level(C, this.journey.tolerance) };
  }

  /** What stands above the map; null for what cannot be said. */
  headline(persona: string | null): Headline {
    const view = this.journey.views[persona ?? ''];
    if (!view) return { balance: null, disappointed: null, success: null };
    const share = this.#moved.size ? engine.disappointed(this.journey, persona, {}) : view.disappointed?.share;
    return {
      balance: engine.balance(this.journey, persona, {}),
      disappointed: view.disappointed === null ? null : (share ?? null),
      success: view.outcomes?.success ?? null,
    };
  }

  /** The balance alone: cheap enough for every frame. */
  balance(persona: string | null): number | null {
    return this.journey.views[persona ?? ''] ? engine.balance(this.journey, persona, {}) : null;
  }
}

const NEW_SCORE: Score = {
  score: 0, n: null, sd: null, source: null, measured: null, because: [], from: 'written', written: null,
};
