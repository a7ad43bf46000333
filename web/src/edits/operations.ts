/** What a change in the form asks of the text: operations of the host, from how it is written now. */

import type { Outcome, Score } from '../assessment.ts';
import type { Operation, Route, Value } from '../host.ts';
import type { ScoreKey } from '../figures/draft.ts';
import type { TextTree } from '../text/tree.ts';

export const routeOf = (touchpoint: string, ...rest: (string | number)[]): Route => ['touchpoints', touchpoint, ...rest];

export function scoreRoute(key: ScoreKey): Route {
  return key.persona === null ? routeOf(key.touchpoint, key.side) : routeOf(key.touchpoint, 'by_persona', key.persona, key.side);
}

const has = (tree: TextTree, route: Route): boolean => tree.shape(route) !== null;

/** What makes a score a measured one, the last first: the deviation needs n. */
const MEASURED = ['measured', 'source', 'sd', 'n'];

/** A score becomes another one. Why it is so stays; how it was measured does not: it is an estimate. */
export function setScore(tree: TextTree, key: ScoreKey, score: number): Operation[] {
  const route = scoreRoute(key);
  if (tree.shape(route) !== 'mapping') return [{ op: 'set_value', route, value: score }];
  const measured = MEASURED.filter((name) => tree.keys(route).includes(name));
  return [...measured.map((name): Operation => ({ op: 'remove', route: [...route, name] })), { op: 'set_value', route: [...route, 'score'], value: score }];
}

/** A score goes, with what it rests on. */
export function removeScore(tree: TextTree, key: ScoreKey): Operation[] {
  const route = scoreRoute(key);
  return has(tree, route) ? [{ op: 'remove', route }] : [];
}

/** All that a persona has of its own here goes that is a score. */
export function removeOwnScores(tree: TextTree, touchpoint: string, persona: string): Operation[] {
  const own = routeOf(touchpoint, 'by_persona', persona);
  const keys = tree.keys(own);
  const scores = keys.filter((key) => key === 'expectation' || key === 'experience' || key === 'paired');
  if (scores.length === keys.length) return has(tree, own) ? [{ op: 'remove', route: own }] : [];
  return scores.map((key) => ({ op: 'remove', route: [...own, key] }));
}

/** A field says something else; an empty one goes. */
export function setText(tree: TextTree, route: Route, text: string): Operation[] {
  const value = text.trim();
  if (value) return [{ op: 'set_value', route, value }];
  return has(tree, route) ? [{ op: 'remove', route }] : [];
}

/** Answers, one a line. Those that stay keep how they are written, with their comments; one that was
written without a list stays so. */
export function setTexts(tree: TextTree, route: Route, before: readonly string[], texts: readonly string[]): Operation[] {
  const items = texts.map((one) => one.trim()).filter(Boolean);
  if (!items.length) return has(tree, route) ? [{ op: 'remove', route }] : [];
  if (tree.shape(route) === 'list' && before.length) return changedItems(route, before, items);
  const single = items.length === 1 && tree.shape(route) === 'scalar';
  return [{ op: 'set_value', route, value: single ? (items[0] as string) : items }];
}

function changedItems(route: Route, before: readonly string[], items: readonly string[]): Operation[] {
  const { start, end } = commonEnds(before, items);
  const [went, came] = [before.length - end - start, items.length - end - start];
  const operations: Operation[] = [];
  for (let n = start; n < start + Math.min(went, came); n += 1) {
    operations.push({ op: 'set_value', route: [...route, n], value: items[n] as string });
  }
  for (let n = start + went - 1; n >= start + came; n -= 1) operations.push({ op: 'remove', route: [...route, n] });
  for (let n = start + went; n < start + came; n += 1) {
    /* there is no place before the first: a list that begins with another item is set as a whole */
    if (n === 0) return [{ op: 'set_value', route, value: items }];
    operations.push({ op: 'insert', route, key: null, value: items[n] as string, after: n - 1 });
  }
  return operations;
}

function commonEnds(a: readonly string[], b: readonly string[]): { start: number; end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, end };
}

/** What the expectation rests on; without a score there is nothing that could. */
export function setExpects(tree: TextTree, touchpoint: string, before: Score | null, texts: readonly string[]): Operation[] {
  if (before === null) return [];
  const { score } = before;
  const route = routeOf(touchpoint, 'expectation');
  const items = texts.map((one) => one.trim()).filter(Boolean);
  if (tree.shape(route) !== 'mapping') {
    return items.length ? [{ op: 'set_value', route, value: { score, because: items } }] : [];
  }
  const rest = tree.keys(route).filter((key) => key !== 'because');
  if (!items.length && rest.length === 1) return [{ op: 'set_value', route, value: score }];
  return setTexts(tree, [...route, 'because'], before.because, items);
}

/** The channels of a touchpoint: one is written as text, several as a list. */
export function setChannels(tree: TextTree, touchpoint: string, channels: readonly string[]): Operation[] {
  const route = routeOf(touchpoint, 'channel');
  if (!channels.length) return has(tree, route) ? [{ op: 'remove', route }] : [];
  return [{ op: 'set_value', route, value: channels.length === 1 ? (channels[0] as string) : channels }];
}

export function setMoment(tree: TextTree, touchpoint: string, declared: boolean): Operation[] {
  const route = routeOf(touchpoint, 'moment_of_truth');
  if (declared) return [{ op: 'set_value', route, value: true }];
  return has(tree, route) ? [{ op: 'remove', route }] : [];
}

export function setOutcome(tree: TextTree, touchpoint: string, outcome: Outcome | null): Operation[] {
  return setText(tree, routeOf(touchpoint, 'outcome'), outcome ?? '');
}

/** An entry of `stages`, `channels` or `personas`, however these are written here. What only the
workspace declares is not copied. */
export function declare(
  tree: TextTree, kind: 'stages' | 'channels' | 'personas', id: string, entry: Value, known: readonly { id: string }[],
): Operation[] {
  const shape = tree.shape([kind]);
  if (shape === 'mapping') return [{ op: 'insert', route: [kind], key: id, value: entry }];
  if (shape !== 'list' && shape !== 'scalar') return [{ op: 'set_value', route: [kind], value: { [id]: entry } }];
  /* ids only: a mapping of them and the new one, which has a name */
  const ids = shape === 'list' ? tree.items([kind]) : [tree.text([kind]) ?? ''];
  const before = Object.fromEntries(known.filter((one) => ids.includes(one.id)).map((one) => [one.id, one.id]));
  return [{ op: 'set_value', route: [kind], value: { ...before, [id]: entry } }];
}
