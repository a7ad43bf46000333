/** A text that the text pane shows, and that is saved: the journey's, or the workspace's. */

import type { Finding } from './assessment.ts';
import type { Session } from './session.ts';
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

/** The journey's text, whichever is open. */
export const documentOf = (session: Session): Document => ({
  get file() { return session.file?.file ?? null; },
  get path() { return session.file?.path ?? ''; },
  get buffer() { return session.buffer; },
  get savedText() { return session.saved.text; },
  get findings() { return session.findings; },
});
