/** The address: file, touchpoint, view, persona, panes and what-if stand in the hash, so that a link
opens the same; what it does not know is ignored. */

import type { Theme } from '../host.ts';
import type { Aside, Lifts, MapView, Panes, Session, Tab } from '../session.ts';

export interface Asked {
  file: string | null;
  t: string | null;
  view: MapView | null;
  theme: Theme | null;
  persona: string | null;
  panes: Panes | null;
  tab: Tab | null;
  aside: Aside | null;
  lifts: Lifts;
  isWorkshop: boolean;
}
type Shown = Pick<Session, 'file' | 'selected' | 'view' | 'theme' | 'persona' | 'panes' | 'tab' | 'aside' | 'lifts'>;

export function address(shown: Shown, isWorkshop: boolean): string {
  const told = new URLSearchParams();
  if (shown.file) told.set('file', shown.file.file);
  if (shown.selected) told.set('t', shown.selected);
  if (shown.view !== 'graph') told.set('view', shown.view);
  if (shown.theme) told.set('look', shown.theme);
  if (shown.persona) told.set('persona', shown.persona);
  if (shown.panes !== 'both') told.set('panes', shown.panes);
  if (shown.tab !== 'journey') told.set('tab', shown.tab);
  if (shown.aside !== 'form') told.set('aside', shown.aside);
  const lifts = Object.entries(shown.lifts).map(([id, points]) => `${id}:${points}`).join(',');
  if (lifts) told.set('if', lifts);
  if (isWorkshop) told.set('mode', 'workshop');
  return `#${told.toString()}`;
}

export function readAddress(hash: string): Asked {
  const given = new URLSearchParams(hash.slice(1));
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null => known.find((one) => one === given.get(name)) ?? null;
  return {
    file: given.get('file'), t: given.get('t'), persona: given.get('persona'),
    view: oneOf('view', ['graph', 'map']), theme: oneOf('look', ['light', 'dark', 'print']), panes: oneOf('panes', ['map', 'both', 'text']),
    tab: oneOf('tab', ['journey', 'workspace']), aside: oneOf('aside', ['form', 'figures', 'whatif', 'findings']),
    lifts: liftsOf(given.get('if') ?? ''), isWorkshop: given.get('mode') === 'workshop',
  };
}

function liftsOf(text: string): Lifts {
  const pairs = text.split(',').map((one) => one.split(':') as [string, string | undefined]);
  const known = pairs.map(([id, points]) => [id, Number(points)] as const).filter(([id, points]) => id && Number.isFinite(points) && points !== 0);
  return Object.fromEntries(known);
}
