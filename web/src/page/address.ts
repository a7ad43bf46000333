/** The address: file, touchpoint, view, persona and panes stand in the hash, so that a link opens the
same; what it does not know is ignored. */

import type { MapView, Panes, Session } from '../session.ts';

export interface Asked {
  file: string | null;
  t: string | null;
  view: MapView | null;
  persona: string | null;
  panes: Panes | null;
  isWorkshop: boolean;
}
type Shown = Pick<Session, 'selected' | 'view' | 'persona' | 'panes'> & { file: { file: string } | null; isWorkshop: boolean };

export function address(shown: Shown): string {
  const told = new URLSearchParams();
  if (shown.file) told.set('file', shown.file.file);
  if (shown.selected) told.set('t', shown.selected);
  if (shown.view !== 'graph') told.set('view', shown.view);
  if (shown.persona) told.set('persona', shown.persona);
  if (shown.panes !== 'both') told.set('panes', shown.panes);
  if (shown.isWorkshop) told.set('mode', 'workshop');
  return `#${told.toString()}`;
}

export function readAddress(hash: string): Asked {
  const given = new URLSearchParams(hash.slice(1));
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null => known.find((one) => one === given.get(name)) ?? null;
  return {
    file: given.get('file'), t: given.get('t'), persona: given.get('persona'),
    view: oneOf('view', ['graph', 'map']), panes: oneOf('panes', ['map', 'both', 'text']),
    isWorkshop: given.get('mode') === 'workshop',
  };
}
