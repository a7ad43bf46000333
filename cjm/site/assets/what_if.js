/* What if experience were better here, or worse there: the figures of a journey, worked out in the
   page by the definitions of cjm.analysis, from the journey's data (cjm-report/1).

   `lifts` are points of B by touchpoint id. They move the B of every persona who has one, and stop
   at the ends of the scale; under one persona only its own. Customers walk as before: visits, reach
   and outcomes stay. What cannot be said is null, and `sums` says why. */
(function (root) {
  'use strict';

  /* Probability mass that may be left undecided in an exact share. */
  const NEGLIGIBLE = 1e-9;
  /* States that one share may look at: more takes longer than a hand waits while it drags. */
  const MOST_STATES = 100000;
  /* The vital few carry this share of the loss; of more touchpoints that tie, one is told. */
  const VITAL_SHARE = 0.8, MOST_TIED = 3;
  const UNIT = 1000000000n;

  // ---- numbers as Python has them -------------------------------------------------------------

  /* To 9 decimals, the nearest; of two that are as near, the even one. Never -0. */
  function rounded(x) {
    const halves = x * 1024; // only odd multiples of 2^-10 lie in the middle
    if (Number.isSafeInteger(halves) && halves % 2) {
      const twice = BigInt(halves) * 1953125n; // x in halves of 10^-9
      const low = (twice - 1n) / 2n;
      return Number(`${low % 2n ? low + 1n : low}e-9`) + 0;
    }
    return Number(x.toFixed(9)) + 0;
  }

  /* The sum of floats, rounded once, as math.fsum has it (Shewchuk 1997). */
  function fsum(values) {
    const partials = [];
    for (let x of values) {
      let kept = 0;
      for (let y of partials) {
        if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
        const high = x + y, low = y - (high - x);
        if (low) partials[kept++] = low;
        x = high;
      }
      partials.length = kept;
      partials.push(x);
    }
    let high = partials.pop() || 0, low = 0;
    while (partials.length) {
      const x = high, y = partials.pop();
      high = x + y;
      low = y - (high - x);
      if (low) break;
    }
    const next = partials.length ? partials[partials.length - 1] : 0;
    if ((low < 0 && next < 0) || (low > 0 && next > 0)) { // the middle between two floats
      const twice = low * 2, up = high + twice;
      if (up - high === twice) high = up;
    }
    return high;
  }

  // ---- scores -----------------------------------------------------------------------------------

  /* The points of a lift; ids may be words that every object knows. */
  function lifted(journey, point, score, lifts) {
    const by = lifts && Object.prototype.hasOwnProperty.call(lifts, point.id) ? lifts[point.id] : 0;
    if (!by) return score;
    return Math.min(journey.scale[1], Math.max(journey.scale[0], score + by));
  }

  function ownScore(point, persona, side) {
    const own = point.by_persona.find((one) => one.persona === persona);
    return own && own[side];
  }

  /* One side of a touchpoint: a persona's own, else everybody's; of all the personas their mean. */
  function sideOf(journey, point, persona, side, lifts) {
    const moved = (score) => (side === 'experience' ? lifted(journey, point, score, lifts) : score);
    const known = (persona && ownScore(point, persona, side)) || point[side];
    if (known) return moved(known.score);
    if (persona || !journey.personas.length) return null;
    const parts = journey.personas.map((one) => {
      const score = ownScore(point, one.id, side);
      return score && one.share !== null ? one.share * moved(score.score) : null;
    });
    return parts.includes(null) ? null : rounded(fsum(parts));
  }

  function gapOf(journey, point, persona, lifts) {
    const O = sideOf(journey, point, persona, 'expectation', lifts);
    const B = sideOf(journey, point, persona, 'experience', lifts);
    return { O, B, C: O === null || B === null ? null : rounded(B - O) };
  }

  /* The personas with their shares, where these are all of the whole journey's customers. */
  function partsOf(journey, persona) {
    if (persona || journey.personas.some((one) => one.share === null)) return [];
    return journey.personas;
  }

  /* By place in the file: O, B, C, and the C that sums take: the personas' mean where the whole's
     customers are its personas. */
  function scores(journey, persona, lifts) {
    const parts = partsOf(journey, persona);
    return journey.touchpoints.map((point) => {
      const own = gapOf(journey, point, persona, lifts);
      if (!parts.length || !point.by_persona.length) return { ...own, weighted: own.C };
      const known = [];
      for (const part of parts) {
        const gap = gapOf(journey, point, part.id, lifts).C;
        if (gap !== null) known.push(part.share * gap);
      }
      return { ...own, weighted: known.length ? rounded(fsum(known)) : null };
    });
  }

  function level(C, tolerance) {
    if (C === null || C === undefined) return 'unmeasured';
    if (rounded(C) < rounded(-tolerance)) return 'disappointment';
    return rounded(C) > rounded(tolerance) ? 'delight' : 'satisfaction';
  }

  // ---- sums over the flow -----------------------------------------------------------------------

  const viewOf = (journey, persona) => journey.views[persona || ''];

  /* importance * C by place, 0 where there is none. */
  const weightsOf = (journey, known) =>
    known.map((score, n) => rounded(journey.touchpoints[n].importance * (score.weighted || 0)));

  /* What each touchpoint does to the average customer; null where nobody can say. */
  function impactsOf(journey, persona, known) {
    const view = viewOf(journey, persona);
    const weights = weightsOf(journey, known);
    return known.map((score, n) => {
      const visits = view.touchpoints[n].visits;
      if (view.balance === null || score.weighted === null) return null;
      return visits ? visits * weights[n] + 0 : 0;
    });
  }

  function balance(journey, persona, lifts) {
    const impacts = impactsOf(journey, persona, scores(journey, persona, lifts));
    const known = impacts.filter((impact) => impact !== null);
    return known.length ? fsum(known) : null;
  }

  // ---- the disappointed share -------------------------------------------------------------------

  /* Weights as whole numbers of their greatest common step, so that equal sums are equal; BigInt
     where sums of many would be too large for floats to count. */
  function wholeWeights(weights) {
    const units = weights.map(unitsOf);
    let step = 0n;
    for (let unit of units) {
      if (unit < 0n) unit = -unit;
      while (unit) [step, unit] = [unit, step % unit];
    }
    const steps = units.map((unit) => (step ? unit / step : 0n));
    const most = BigInt(Math.floor(Number.MAX_SAFE_INTEGER / (MOST_STATES + 1)));
    return steps.every((one) => -most <= one && one <= most) ? steps.map(Number) : steps;
  }

  /* A weight in units of 10^-9 points, the nearest; of two that are as near, the even one. */
  function unitsOf(weight) {
    let size = 1n;
    while (!Number.isInteger(weight)) { weight *= 2; size *= 2n; } // exact: a float is a fraction
    const value = BigInt(weight) * UNIT;
    let whole = value / size, rest = value % size;
    if (rest < 0n) { whole -= 1n; rest += size; }
    return rest * 2n > size || (rest * 2n === size && whole % 2n) ? whole + 1n : whole;
  }

  /* What does not hang on scores: who can be met, and the strongly connected components of those,
     each before the ones it leads to. */
  const structures = new WeakMap();
  function structureOf(journey) {
    if (!structures.has(journey)) structures.set(journey, structure(journey));
    return structures.get(journey);
  }

  function structure(journey) {
    const ways = journey.touchpoints.map((point) => point.ways);
    const ends = journey.touchpoints.map((point) => (point.outcome === null ? point.leaving : 1));
    const reachable = new Set();
    const waiting = [];
    const meet = (v) => { if (!reachable.has(v)) { reachable.add(v); waiting.push(v); } };
    journey.start.forEach((share, v) => { if (share > 0) meet(v); });
    while (waiting.length) for (const [w] of ways[waiting.pop()]) meet(w);
    const components = componentsOf(ways, [...reachable]);
    const turns = (members) =>
      members.length > 1 || ways[members[0]].some(([w]) => w === members[0]);
    const left = NEGLIGIBLE / Math.max(1, components.filter(turns).length);
    return { ways, ends, reachable, components, turns, left };
  }

  /* Tarjan 1972, without recursion: journeys may be longer than a stack. */
  function componentsOf(ways, roots) {
    const found = new Map(), low = new Map(), done = new Set(), open = [], components = [];
    for (const start of roots) {
      const walk = found.has(start) ? [] : [[start, 0]];
      while (walk.length) {
        const step = walk[walk.length - 1], v = step[0];
        if (!found.has(v)) { low.set(v, found.size); found.set(v, found.size); open.push(v); }
        let deeper = false;
        while (step[1] < ways[v].length && !deeper) {
          const w = ways[v][step[1]++][0];
          if (!found.has(w)) { walk.push([w, 0]); deeper = true; }
          else if (!done.has(w)) low.set(v, Math.min(low.get(v), found.get(w)));
        }
        if (deeper) continue;
        walk.pop();
        if (walk.length) {
          const u = walk[walk.length - 1][0];
          low.set(u, Math.min(low.get(u), low.get(v)));
        }
        if (low.get(v) !== found.get(v)) continue;
        const members = [];
        do { members.push(open.pop()); done.add(members[members.length - 1]); }
        while (members[members.length - 1] !== v);
        components.push(members);
      }
    }
    return components.reverse();
  }

  /* The least that can still come after each touchpoint: -Infinity where a losing cycle can be gone
     round. Bellman and Ford within each component; one more round than it has members tells. */
  function leastToCome(shape, weights) {
    const { ways, ends, components } = shape;
    const least = weights.map(() => Infinity);
    const plus = (w) => (typeof least[w] === 'number' && !Number.isFinite(least[w])
      ? least[w] : weights[w] + least[w]);
    const none = typeof weights[0] === 'bigint' ? 0n : 0;
    for (const members of [...components].reverse()) {
      let changed = true;
      for (let round = 0; changed && round <= members.length; round += 1) {
        changed = false;
        for (const v of members) {
          let best = ends[v] > 0 ? none : Infinity;
          for (const [w] of ways[v]) { const rest = plus(w); if (rest < best) best = rest; }
          if (best < least[v]) { least[v] = best; changed = true; }
        }
      }
      if (changed) for (const v of members) least[v] = -Infinity;
    }
    return least;
  }

  /* The exact share of one kind of customers, null after too many states. Whose sign can no longer
     change, whatever comes, is decided at once: that cuts the rounds of a slow loop short. */
  function pushed(shape, start, weights) {
    const { ways, ends, components } = shape;
    const surelyNegative = leastToCome(shape, weights.map((weight) => -weight));
    const surelyNot = leastToCome(shape, weights).map((least) => -least);
    const entering = weights.map(() => new Map());
    let negative = 0, states = 0;
    start.forEach((share, v) => { if (share > 0) entering[v].set(weights[v], share); });
    for (const members of components) {
      const inside = new Set(members);
      let here = new Map(members.map((v) => [v, entering[v]]));
      while (here.size) {
        const following = new Map();
        let left = 0;
        for (const [v, totals] of here) {
          states += totals.size;
          const onward = ways[v].map(([w, p]) => {
            if (!inside.has(w)) return { into: entering[w], p, weight: weights[w], stays: 0 };
            if (!following.has(w)) following.set(w, new Map());
            return { into: following.get(w), p, weight: weights[w], stays: p };
          });
          totals.forEach((mass, total) => {
            if (total < surelyNegative[v]) { negative += mass; return; }
            if (total >= surelyNot[v]) return;
            if (total < 0) negative += mass * ends[v];
            for (const { into, p, weight, stays } of onward) {
              const then = total + weight;
              into.set(then, (into.get(then) || 0) + mass * p);
              left += mass * stays;
            }
          });
        }
        if (states > MOST_STATES) return null;
        here = left > shape.left ? following : new Map();
      }
    }
    return Math.min(1, Math.max(0, negative));
  }

  /* Why a share cannot be said, or null where it can. */
  function obstacle(journey, persona) {
    const { disappointed: known } = viewOf(journey, persona);
    if (known === null) return journey.obstacle === null ? 'unmeasured' : journey.obstacle;
    return known.exact ? null : 'simulated';
  }

  function shareOf(journey, persona, lifts) {
    const weights = wholeWeights(weightsOf(journey, scores(journey, persona, lifts)));
    return pushed(structureOf(journey), journey.start, weights);
  }

  /* The share of customers whose running total of C is negative when they end; null where it cannot
     be said. Where every persona has a share it is the mean of theirs, of those who are measured. */
  function disappointed(journey, persona, lifts) {
    if (obstacle(journey, persona) !== null) return null;
    const parts = partsOf(journey, persona);
    if (!parts.length) return shareOf(journey, persona, lifts);
    const known = parts.filter((part) => journey.views[part.id].disappointed !== null);
    const total = fsum(known.map((part) => part.share));
    const shares = known.map((part) => shareOf(journey, part.id, lifts));
    return shares.includes(null)
      ? null : fsum(shares.map((share, n) => (known[n].share / total) * share));
  }

  // ---- moments of truth ---------------------------------------------------------------------------

  /* The touchpoints with the largest losses that carry at least 80 % of all loss. */
  function vitalFew(impacts) {
    const losses = impacts.map((impact) => Math.max(0, -(impact || 0)));
    const order = losses.map((_, v) => v).sort((a, b) =>
      rounded(losses[b]) - rounded(losses[a]) || a - b);
    const total = losses.reduce((sum, loss) => sum + loss, 0);
    const few = new Set();
    let carried = 0;
    for (const v of order) {
      if (!rounded(losses[v]) || rounded(carried) >= rounded(VITAL_SHARE * total)) break;
      few.add(v);
      carried += losses[v];
    }
    return few;
  }

  /* The touchpoints with the largest |C|, not 0; of more than three that tie the lowest. */
  function peaks(known, reachable) {
    const sizes = known.map((score, v) =>
      score.C !== null && reachable.has(v) ? rounded(Math.abs(score.C)) : 0);
    const largest = Math.max(...sizes);
    const tied = sizes.flatMap((size, v) => (size && size === largest ? [v] : []));
    if (tied.length <= MOST_TIED) return new Set(tied);
    const lowest = (a, b) => (rounded(known[b].C) < rounded(known[a].C) ? b : a);
    return new Set([tied.reduce(lowest)]);
  }

  /* Why each touchpoint is a moment of truth, in the order of cjm. Who walks where stays, and so do
     the reasons that rest on it. */
  function reasonsOf(journey, persona, known, impacts) {
    const few = vitalFew(impacts), peak = peaks(known, structureOf(journey).reachable);
    return viewOf(journey, persona).touchpoints.map((figures, v) => {
      const stays = (reason) => figures.moment_of_truth.includes(reason);
      const holds = {
        declared: stays('declared'), 'vital-few': few.has(v), peak: peak.has(v),
        decisive: stays('decisive'), ending: stays('ending'),
      };
      return Object.keys(holds).filter((reason) => holds[reason]);
    });
  }

  // ---- all of it ----------------------------------------------------------------------------------

  /* Every figure that hangs on B, for everybody or a persona:
     touchpoints  by place: id, O, B, C, weighted, level, impact, moment_of_truth (its reasons),
                  negative_moment_of_truth
     negative_moments_of_truth   ids, the most negative impact first
     balance, disappointed       null where they cannot be said
     people       customers who end disappointed, per period; null where their number is not known
     why          why the share is null: trap, endless, solver, unmeasured, simulated, too-long */
  function sums(journey, persona, lifts) {
    const known = scores(journey, persona, lifts);
    const impacts = impactsOf(journey, persona, known);
    const reasons = reasonsOf(journey, persona, known, impacts);
    const below = (C) => level(C, journey.tolerance) === 'disappointment';
    const touchpoints = known.map((score, n) => ({
      id: journey.touchpoints[n].id,
      ...score,
      level: level(score.C, journey.tolerance),
      impact: impacts[n],
      moment_of_truth: reasons[n],
      negative_moment_of_truth:
        reasons[n].length > 0 && (below(score.C) || below(score.weighted)),
    }));
    const share = disappointed(journey, persona, lifts);
    const customers = viewOf(journey, persona).customers;
    return {
      touchpoints,
      negative_moments_of_truth: touchpoints
        .filter((point) => point.negative_moment_of_truth)
        .sort((a, b) => rounded(a.impact || 0) - rounded(b.impact || 0))
        .map((point) => point.id),
      balance: balance(journey, persona, lifts),
      disappointed: share,
      people: share === null || customers === null ? null : customers.value * share,
      why: share === null ? obstacle(journey, persona) || 'too-long' : null,
    };
  }

  const api = { scores, level, balance, disappointed, sums };
  if (typeof module !== 'undefined') module.exports = api;
  else root.cjmWhatIf = api;
})(typeof window === 'undefined' ? globalThis : window);
