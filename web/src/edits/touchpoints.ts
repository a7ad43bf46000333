/** Touchpoints, stages, channels and personas that come, and touchpoints that go. */

import type { Journey, Persona, Touchpoint } from '../assessment.ts';
import type { Operation, Value } from '../host.ts';
import type { TextTree } from '../text/tree.ts';
import { declare } from './operations.ts';
import { connect, disconnect, tidy } from './ways.ts';

const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;
export const isId = (text: string): boolean => ID.test(text);

/** An id made of a title: its letters in small, `-` for all else; another number where it is taken. */
export function idOf(title: string, taken: readonly string[]): string {
  const bare = title.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '');
  const id = isId(bare) ? bare : 'new';
  if (!taken.includes(id)) return id;
  let nth = 2;
  while (taken.includes(`${id}-${nth}`)) nth += 1;
  return `${id}-${nth}`;
}

export interface NewTouchpoint {
  id: string;
  title: string;
  stage: string | null;
  channel: string | null;
  /** The touchpoint that it stands after in the file; null is the end. */
  after: string | null;
  /** Whether that one leads to it. */
  connected: boolean;
}

export function addTouchpoint(tree: TextTree, journey: Journey, made: NewTouchpoint): Operation[] {
  const entry: Record<string, Value> = { title: made.title };
  if (made.stage) entry['stage'] = made.stage;
  if (made.channel) entry['channel'] = made.channel;
  const operations: Operation[] = [{ op: 'insert', route: ['touchpoints'], key: made.id, value: entry, after: made.after }];
  const from = journey.touchpoints.find((point) => point.id === made.after);
  if (!made.connected || !from) return operations;
  return [...operations, ...connect(tree, from, journey.touchpoints.map((point) => point.id), made.id)];
}

/** Whether a text is of a journey that is being begun: `cjm` stands in it, and no touchpoint yet. */
export const isBegun = (tree: TextTree): boolean =>
  tree.text(['cjm']) !== null && (tree.shape(['touchpoints']) ?? 'empty') !== 'scalar' && tree.shape(['touchpoints']) !== 'list' && !tree.keys(['touchpoints']).length;

/** The first touchpoint of a text that has none. */
export function addFirst(tree: TextTree, id: string, title: string): Operation[] {
  const entry = { title };
  return tree.shape(['touchpoints']) === null
    ? [{ op: 'set_value', route: ['touchpoints'], value: { [id]: entry } }]
    : [{ op: 'insert', route: ['touchpoints'], key: id, value: entry }];
}

/** A touchpoint goes, and with it whatever refers to it. */
export function removeTouchpoint(tree: TextTree, journey: Journey, id: string): Operation[] {
  const ways = journey.touchpoints
    .filter((point) => point.id !== id && leadsTo(point, id))
    .flatMap((point) => disconnect(tree, point, id));
  return [...ways, ...leaveStart(tree, id), ...leaveLifts(tree, id), { op: 'remove', route: ['touchpoints', id] }];
}

const leadsTo = (point: Touchpoint, id: string): boolean => point.next.some((way) => way.id === id);

function leaveStart(tree: TextTree, id: string): Operation[] {
  switch (tree.shape(['start'])) {
    case 'mapping':
      return tree.keys(['start']).includes(id) ? [{ op: 'remove', route: ['start', id] }] : [];
    case 'list': {
      const place = tree.items(['start']).indexOf(id);
      return place < 0 ? [] : [{ op: 'remove', route: ['start', place] }];
    }
    case 'scalar':
      return tree.text(['start']) === id ? [{ op: 'remove', route: ['start'] }] : [];
    default:
      return [];
  }
}

function leaveLifts(tree: TextTree, id: string): Operation[] {
  return tree.keys(['improvements'])
    .filter((improvement) => tree.keys(['improvements', improvement, 'lifts']).includes(id))
    .map((improvement) => ({ op: 'remove', route: ['improvements', improvement, 'lifts', id] }));
}

export function addStage(tree: TextTree, journey: Journey, id: string, title: string): Operation[] {
  return declare(tree, 'stages', id, title, journey.stages);
}

export function addChannel(tree: TextTree, journey: Journey, id: string, title: string): Operation[] {
  return declare(tree, 'channels', id, title, journey.channels);
}

/** A persona. Shares sum to 1, so whoever has one gives up the same part of it; where nobody has one
the new persona has none either. */
export function addPersona(tree: TextTree, journey: Journey, id: string, name: string, share: number | null): Operation[] {
  const shared = shareable(tree, journey);
  if (share === null || !shared.length) return declare(tree, 'personas', id, name, journey.personas);
  const others = parts(shared.map((one) => one.share ?? 0), 1 - share);
  return [
    ...shared.map((one, n): Operation => ({ op: 'set_value', route: ['personas', one.id, 'share'], value: others[n] ?? 0 })),
    ...declare(tree, 'personas', id, { name, share: tidy(1 - others.reduce((sum, part) => sum + part, 0)) }, journey.personas),
  ];
}

/** The personas of this file whose shares can be changed; none where not all have one here. */
export function shareable(tree: TextTree, journey: Journey): readonly Persona[] {
  const isHere = (one: Persona) => one.share !== null && tree.shape(['personas', one.id, 'share']) !== null;
  return journey.personas.every(isHere) ? journey.personas : [];
}

/* Shares in the same proportion that sum to another total, to whole thousandths. */
const parts = (shares: readonly number[], total: number): number[] => {
  const sum = shares.reduce((all, share) => all + share, 0) || 1;
  return shares.map((share) => tidy((share / sum) * total));
};
