/** Walking the map by arrows: along the widest way, back along it, and up and down in a stage. */

import type { Journey } from '../assessment.ts';

export type Step = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
export const isStep = (key: string): key is Step => /^Arrow(Left|Right|Up|Down)$/.test(key);

/** Where a step leads from a touchpoint; null where there is nobody. */
export function neighbour(journey: Journey, id: string, step: Step): string | null {
  const points = journey.touchpoints;
  const place = points.findIndex((point) => point.id === id);
  const here = points[place];
  if (!here) return null;
  if (step === 'ArrowRight') {
    const [widest] = [...here.ways].sort((a, b) => b[1] - a[1]);
    return widest ? (points[widest[0]]?.id ?? null) : null;
  }
  if (step === 'ArrowLeft') return widestInto(journey, place);
  const together = points.filter((point) => point.stage === here.stage);
  return together[together.indexOf(here) + (step === 'ArrowDown' ? 1 : -1)]?.id ?? null;
}

function widestInto(journey: Journey, place: number): string | null {
  const visits = journey.views['']?.touchpoints;
  let best: string | null = null;
  let most = -1;
  journey.touchpoints.forEach((point, n) => {
    for (const [to, share] of point.ways) {
      const flow = (visits?.[n]?.visits ?? 1) * share;
      if (to === place && n !== place && flow > most) {
        most = flow;
        best = point.id;
      }
    }
  });
  return best;
}

/** The touchpoint before or after one in the file; from none the first or last. */
export function beside(journey: Journey, id: string | null, by: 1 | -1): string | null {
  const points = journey.touchpoints;
  const place = points.findIndex((point) => point.id === id);
  if (place < 0) return points.at(by > 0 ? 0 : -1)?.id ?? null;
  return points[(place + by + points.length) % points.length]?.id ?? null;
}
