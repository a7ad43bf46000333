/** What happens when somebody else changes the file: the two texts meet, field by field. */

import { failed, type Conflict, type Merged, type Operation, type Route, type Text, type Value } from './host.ts';
import type { Session } from './session.ts';
import { TextTree } from './text/tree.ts';

/** A file that two changed: fields to choose, or whole texts that cannot be put together. */
export type Clash = { fields: readonly Conflict[]; isMineIn: boolean } | { theirs: Text; reason: string };

export class Meeting {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async outside(kind: 'changed' | 'gone' | 'broken', file: string): Promise<void> {
    const session = this.#session;
    void session.refresh();
    if (file !== session.file?.file) return;
    if (kind === 'gone') {
      session.isGone = true;
      session.tell('status');
      return;
    }
    await session.written();
    const answer = await session.host.text(file);
    if (failed(answer)) {
      if (!session.isLost) session.notice({ kind: 'outsideBroken', message: answer.error.message });
      return;
    }
    session.isGone = false;
    if (answer.version !== session.saved.version) await this.meet(answer, kind === 'changed');
    else session.readAnew(); /* what it is read with may be other by now */
    session.tell('status');
  }

  async meet(theirs: Text, isReadable: boolean): Promise<void> {
    const session = this.#session;
    const { file, saved } = session;
    const mine = session.buffer.text;
    if (!file) return;
    if (mine === saved.text || mine === theirs.text) {
      session.saved = theirs;
      session.buffer.become(theirs.text, 'outside');
      if (mine !== theirs.text && isReadable) session.notice({ kind: 'outside', message: '' });
      session.tell('status', 'text');
      return;
    }
    const merged = await session.host.merge(file.file, saved.text, theirs.text, mine);
    if (session.buffer.text !== mine) return this.meet(theirs, isReadable);
    if (failed(merged)) {
      session.clash = { theirs, reason: merged.error.message };
    } else {
      const kept = await this.#withMine(file.file, merged);
      if (session.buffer.text !== mine) return this.meet(theirs, isReadable);
      session.saved = theirs;
      session.clash = merged.conflicts.length ? { fields: merged.conflicts, isMineIn: kept !== null } : null;
      session.buffer.become(kept ?? merged.text, 'outside');
      if (!session.clash) session.notice({ kind: 'outside', message: '' });
    }
    session.tell('conflict', 'status', 'text');
  }

  /* Until somebody chooses, the text has mine where both changed a field; null where it cannot. */
  async #withMine(file: string, merged: Merged): Promise<string | null> {
    const session = this.#session;
    const tree = new TextTree(merged.text);
    const operations = merged.conflicts.flatMap((one) => sideOperations(tree, one.route, one.mine));
    if (!operations.length) return merged.text;
    const answer = await session.host.edit(file, merged.text, operations);
    return failed(answer) ? null : answer.text;
  }

  /** A field changed outside while somebody typed in it: the text has what was typed, until somebody
  chooses. */
  overtyped(field: Conflict): void {
    const session = this.#session;
    const { clash } = session;
    if (clash && !('fields' in clash)) return;
    session.clash = { fields: [...(clash?.fields ?? []), field], isMineIn: clash?.isMineIn ?? true };
    session.tell('conflict', 'status');
  }

  /** Choose one side of the first field that clashes. */
  async resolve(side: 'theirs' | 'mine'): Promise<void> {
    const session = this.#session;
    const { clash } = session;
    if (!clash) return;
    if ('theirs' in clash) {
      session.clash = null;
      session.saved = clash.theirs;
      if (side === 'theirs') session.buffer.become(clash.theirs.text, 'operation');
      session.tell('conflict', 'status', 'text');
      return;
    }
    const [field, ...rest] = clash.fields;
    const isThere = side === 'mine' && clash.isMineIn;
    if (field && !isThere && !(await session.run((tree) => sideOperations(tree, field.route, field[side])))) return;
    session.clash = rest.length ? { ...clash, fields: rest } : null;
    session.tell('conflict', 'status');
  }
}

/* One side's value of a field; none takes the field away. */
function sideOperations(tree: TextTree, route: Route, value: Value | undefined): Operation[] {
  if (value !== undefined) return [{ op: 'set_value', route, value }];
  return tree.shape(route) === null ? [] : [{ op: 'remove', route }];
}
