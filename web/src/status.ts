/** The state of what is open, in the order of what matters most. */

import { lacksTouchpoints } from './begun.ts';
import type { Session } from './session.ts';

export type Status = 'watching' | 'copy' | 'saved' | 'downloaded' | 'unsaved' | 'broken' | 'conflict' | 'gone';

/** `wasSaved`: since it was opened. */
export function statusOf(session: Session, wasSaved: boolean): Status {
  if (session.isGone) return 'gone';
  if (session.clash || session.workspace.clash) return 'conflict';
  if ((session.isBroken && !lacksTouchpoints(session)) || session.workspace.fault) return 'broken';
  if (session.isUnsaved) return 'unsaved';
  const isCopy = session.saved.lies === 'copy';
  if (wasSaved) return isCopy ? 'downloaded' : 'saved';
  return isCopy ? 'copy' : 'watching';
}
