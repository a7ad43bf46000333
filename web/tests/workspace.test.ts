import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assessment, Finding } from '../src/assessment.ts';
import { fixOf } from '../src/document.ts';
import { WORKSPACE, type Answer, type Host, type Saved, type Text } from '../src/host.ts';
import { Session } from '../src/session.ts';
import { Buffer } from '../src/text/buffer.ts';

const FAULT = { severity: 'error', code: 'CJM001', message: 'no', file: WORKSPACE, line: 1, column: 1 } as unknown as Finding;

/** A host with a workspace: a text with `!` in it has a fault. */
class WithWorkspace implements Partial<Host> {
  files: Record<string, string> = { 'taxi.yaml': 'cjm: 1\n', [WORKSPACE]: 'cjm: 1\n' };
  used: string[] = [];
  assessed: string[] = [];

  async list() { return [{ id: 'taxi', state: 'as-is', language: 'en', title: 'Taxi', file: 'taxi.yaml', path: 'taxi.yaml' }]; }
  async text(file: string): Answer<Text> {
    const text = this.files[file];
    return text === undefined ? { error: { message: 'not here' } } : { text, version: text };
  }
  async assess(_file: string, text: string): Answer<Assessment> {
    this.assessed.push(text);
    return { unread: true, id: 'taxi', findings: [] };
  }
  async picture() { return { error: { message: 'no journey' } }; }
  async findings(_file: string, text: string) { return text.includes('!') ? [FAULT] : []; }
  put(file: string, text: string) { this.used.push(`${file}: ${text}`); }
  async save(file: string, text: string, version: string): Answer<Saved> {
    if (version !== (this.files[file] ?? '')) return { conflict: this.files[file] ?? '', version: this.files[file] ?? '' };
    this.files[file] = text;
    return { version: text };
  }
  events() { /* none */ }
}

async function opened(files?: Record<string, string>): Promise<{ host: WithWorkspace; session: Session }> {
  const host = new WithWorkspace();
  if (files) host.files = files;
  const session = new Session(host as unknown as Host, new Buffer());
  await session.refresh();
  await session.open('taxi.yaml');
  await session.workspace.settled();
  return { host, session };
}
const type = (session: Session, text: string) => session.workspace.buffer.dispatch({ changes: { from: 0, to: session.workspace.buffer.text.length, insert: text } });

test('journeys are read anew with a workspace that changed, and with a faulty one they are not', async () => {
  const { host, session } = await opened();
  const before = host.assessed.length;
  type(session, 'cjm: 1\nlanguage: ru\n');
  await session.workspace.settled();
  await session.settled();
  assert.deepEqual(host.used, [`${WORKSPACE}: cjm: 1\n`, `${WORKSPACE}: cjm: 1\nlanguage: ru\n`]);
  assert.equal(host.assessed.length, before + 1);
  type(session, 'cjm: 1!\n');
  await session.workspace.settled();
  await session.settled();
  assert.equal(host.used.length, 2);
  assert.equal(session.status, 'broken');
  assert.deepEqual(session.allFindings, [FAULT]);
});

test('it is saved with the journey, and has a history of its own', async () => {
  const { host, session } = await opened();
  session.choose({ tab: 'workspace' });
  type(session, 'cjm: 1\nlanguage: ru\n');
  assert.ok(session.isUnsaved && !session.isChanged);
  assert.ok(await session.save());
  assert.equal(host.files[WORKSPACE], 'cjm: 1\nlanguage: ru\n');
  assert.equal(session.isUnsaved, false);
  await session.undo();
  assert.equal(session.workspace.buffer.text, 'cjm: 1\n');
  assert.equal(session.buffer.text, 'cjm: 1\n');
});

test('where there is none it is begun, and written at the next save', async () => {
  const { host, session } = await opened({ 'taxi.yaml': 'cjm: 1\n' });
  assert.equal(session.workspace.isThere, false);
  session.workspace.create();
  assert.ok(session.workspace.isThere && session.isUnsaved);
  assert.ok(await session.save());
  assert.match(host.files[WORKSPACE] ?? '', /^cjm: 1\n/);
});

test('a file that somebody else wrote takes the place of a text that nobody changed, else somebody is asked', async () => {
  const { host, session } = await opened();
  host.files[WORKSPACE] = 'cjm: 1 # theirs\n';
  await session.workspace.refresh();
  assert.equal(session.workspace.buffer.text, 'cjm: 1 # theirs\n');
  type(session, 'cjm: 1 # mine\n');
  host.files[WORKSPACE] = 'cjm: 1 # theirs again\n';
  assert.equal(await session.save(), false);
  assert.equal(session.status, 'conflict');
  session.workspace.resolve('mine');
  assert.ok(await session.save());
  assert.equal(host.files[WORKSPACE], 'cjm: 1 # mine\n');
});

test('a fix is offered where all its edits are in the text that is shown', () => {
  const edit = (file: string) => ({ file, start: 0, end: 1, text: 'x' });
  const finding = (...files: string[]) => ({ ...FAULT, fixes: [{ title: '', safe: true, edits: files.map(edit) }] });
  assert.deepEqual(fixOf(finding('a.yaml'), 'a.yaml'), [[0, 1, 'x']]);
  assert.equal(fixOf(finding('a.yaml', 'a.measured.yaml'), 'a.yaml'), null);
  assert.equal(fixOf(FAULT, WORKSPACE), null);
});
