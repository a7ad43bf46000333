/** A journey that is being begun: its text is read as broken, and nothing is wrong with it. */

import { isBegun } from './edits/touchpoints.ts';
import type { Session } from './session.ts';
import { TextTree } from './text/tree.ts';

/** Whether all that the open text lacks is its first touchpoint. */
export const lacksTouchpoints = ({ isBroken, findings, buffer }: Session): boolean =>
  isBroken && findings.filter((one) => one.severity === 'error').length === 1 && isBegun(new TextTree(buffer.text));
