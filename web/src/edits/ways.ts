/** Ways out: their shares, and the operations that change them. */

import type { Touchpoint, Way } from '../assessment.ts';
import type { Operation, Value } from '../host.ts';
import type { TextTree } from '../text/tree.ts';
import { routeOf } from './operations.ts';

/** A way with the share that it has, written or filled in. */
export interface ShownWay {
  to: string;
  share: number;
  label: string | null;
}

export function waysOf(point: Touchpoint, ids: readonly string[]): ShownWay[] {
  const shares = new Map(point.ways.map(([place, share]) => [ids[place], share]));
  return point.next.map((way) => ({ to: way.id, share: shares.get(way.id) ?? way.probability ?? 0, label: way.label }));
}

/** What is left when the others have theirs: no share may be larger. */
export function mostFor(ways: readonly ShownWay[], to: string): number {
  const others = ways.reduce((sum, way) => (way.to === to ? sum : sum + way.share), 0);
  return Math.max(0, tidy(1 - others));
}

/** A share to whole thousandths: nobody means more when sliding. */
export const tidy = (share: number): number => Math.round(share * 1000) / 1000;

/** One way's share becomes another one. Ways without a share of their own get the one they had, so
that they stay as they are. */
export function setShare(tree: TextTree, point: Touchpoint, ids: readonly string[], to: string, share: number): Operation[] {
  const shown = waysOf(point, ids);
  const value = Math.min(tidy(share), mostFor(shown, to));
  if (!written(tree, point)) return [rewritten(point, shown, to, value)];
  return shown.flatMap((way) => {
    const own = point.next.find((one) => one.id === way.to);
    if (way.to === to) return [shareOperation(tree, point.id, to, value)];
    return own?.probability === null ? [shareOperation(tree, point.id, way.to, tidy(way.share))] : [];
  });
}

function shareOperation(tree: TextTree, touchpoint: string, to: string, share: number): Operation {
  const route = routeOf(touchpoint, 'next', to);
  return { op: 'set_value', route: tree.shape(route) === 'mapping' ? [...route, 'probability'] : route, value: share };
}

/* Whether each way is a key that a share can stand behind. */
const written = (tree: TextTree, point: Touchpoint): boolean => tree.shape(routeOf(point.id, 'next')) === 'mapping';

function rewritten(point: Touchpoint, shown: readonly ShownWay[], to: string, share: number): Operation {
  const value: Record<string, Value> = {};
  for (const way of shown) value[way.to] = wayValue(point.next.find((one) => one.id === way.to), way.to === to ? share : tidy(way.share));
  return { op: 'set_value', route: routeOf(point.id, 'next'), value };
}

function wayValue(way: Way | undefined, share: number): Value {
  if (!way?.label && !way?.wait) return share;
  return { probability: share, ...(way.label ? { label: way.label } : {}), ...(way.wait ? { wait: way.wait } : {}) };
}

/** A way to another touchpoint: the first takes everybody, the next what is left, or a half. An exit
loses its outcome with its first way. */
export function connect(tree: TextTree, point: Touchpoint, ids: readonly string[], to: string): Operation[] {
  if (point.next.some((way) => way.id === to)) return [];
  const route = routeOf(point.id, 'next');
  const shown = waysOf(point, ids);
  if (!shown.length) {
    const freed: Operation[] = point.outcome && tree.shape(routeOf(point.id, 'outcome')) ? [{ op: 'remove', route: routeOf(point.id, 'outcome') }] : [];
    return [...freed, { op: 'set_value', route, value: to }];
  }
  const left = tidy(1 - shown.reduce((sum, way) => sum + way.share, 0));
  const equal = point.next.every((way) => way.probability === null);
  if (equal) {
    if (written(tree, point)) return [{ op: 'insert', route, key: to, value: null }];
    return [{ op: 'set_value', route, value: [...shown.map((way) => way.to), to] }];
  }
  if (left > 0) {
    return written(tree, point)
      ? [{ op: 'insert', route, key: to, value: left }]
      : [{ op: 'set_value', route, value: { ...entries(point, shown, 1), [to]: left } }];
  }
  /* nothing is left: each of the others gives up the same part of its share */
  const part = tidy(1 / (shown.length + 1));
  const halved = shown.map((way) => ({ ...way, share: tidy(way.share * (1 - part)) }));
  const rest = tidy(1 - halved.reduce((sum, way) => sum + way.share, 0));
  if (!written(tree, point)) return [{ op: 'set_value', route, value: { ...entries(point, halved, 1), [to]: rest } }];
  return [
    ...halved.map((way) => shareOperation(tree, point.id, way.to, way.share)),
    { op: 'insert', route, key: to, value: rest },
  ];
}

function entries(point: Touchpoint, shown: readonly ShownWay[], times: number): Record<string, Value> {
  return Object.fromEntries(shown.map((way) => [way.to, wayValue(point.next.find((one) => one.id === way.to), tidy(way.share * times))]));
}

/** A way goes; the last one takes `next` along, and the touchpoint is an exit. */
export function disconnect(tree: TextTree, point: Touchpoint, to: string): Operation[] {
  const route = routeOf(point.id, 'next');
  switch (tree.shape(route)) {
    case 'mapping':
      return [{ op: 'remove', route: point.next.length === 1 ? route : [...route, to] }];
    case 'list': {
      const place = point.next.findIndex((way) => way.id === to);
      return [{ op: 'remove', route: point.next.length === 1 ? route : [...route, place] }];
    }
    default:
      return [{ op: 'remove', route }];
  }
}
