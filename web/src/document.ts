/** A text that the text pane shows, and that is saved: the journey's, or the workspace's. */

import type { Finding } from './assessment.ts';
import type { Buffer } from './text/buffer.ts';

export interface Document {
  /** The host's handle; null where nothing is open. */
  readonly file: string | null;
  /** What findings call it. */
  readonly path: string;
  readonly buffer: Buffer;
  /** As it was saved last. */
  readonly savedText: string;
  readonly findings: readonly Finding[];
}

/** The edits that mend a finding, where all of them are in its document. */
export function fixOf(finding: Finding, path: string): readonly (readonly [number, number, string])[] | null {
  const edits = finding.fixes?.[0]?.edits ?? [];
  if (!edits.length || edits.some((one) => one.file !== path)) return null;
  return edits.map((one) => [one.start, one.end, one.text] as const);
}
