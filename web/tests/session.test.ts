import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assessment } from '../src/assessment.ts';
import type { Answer, Conflict, Edited, Host, Merged, Operation, Picture, Saved, Text } from '../src/host.ts';
import { Typed } from '../src/form/typed.ts';
import { Session, type Notice } from '../src/session.ts';
import { Buffer } from '../src/text/buffer.ts';

const FILE = 'taxi.as-is';
const TEXT = 'touchpoints:\n  ride: {experience: 3}\n';
const SCORE = { n: null, sd: null, source: null, measured: null, because: [], from: 'written', written: null } as const;

/** A host of one file: it knows one score, and an edit of it. */
class OneFile implements Host {
  file = TEXT;
  conflicts: Conflict[] = [];
  edits = 0;
  assessed = 0;
  onEdit: () => void | Promise<void> = () => undefined;
  onAssess: () => Promise<void> = async () => undefined;
  isDown = false;
  isNear = false;
  lies: 'file' | 'copy' | 'nowhere' = 'file';

  async list() { return [{ id: 'taxi', state: 'as-is', language: 'en', title: 'Taxi', file: FILE, path: 'taxi.yaml' }]; }
  async templates() { return []; }
  async create() { return { file: FILE }; }
  events() { /* told by the tests */ }
  async text(): Answer<Text> { return { text: this.file, version: this.file, lies: this.lies }; }

  async assess(_file: string, text: string): Answer<Assessment> {
    if (this.isDown) return { error: { message: 'down' } };
    this.assessed += 1;
    await this.onAssess();
    const score = /experience: ([\d.]+)}/.exec(text);
    if (!score) return { unread: true, id: 'taxi', findings: [] };
    const point = { id: 'ride', importance: 1, by_persona: [], expectation: { ...SCORE, score: 8 }, experience: { ...SCORE, score: Number(score[1]) }, next: [], ways: [], outcome: null, leaving: 1 };
    const view = { balance: 0, disappointed: { share: 0, exact: true }, outcomes: null, customers: null, assumed: [], touchpoints: [{ id: 'ride', visits: 1, gap: 0, moment_of_truth: [] }] };
    return { unread: false, id: 'taxi', title: 'Taxi', scale: [0, 10], tolerance: 0, personas: [], stages: [], channels: [], start: [1], touchpoints: [point], obstacle: null, views: { '': view }, findings: [] } as unknown as Assessment;
  }
  async picture(): Answer<Picture> { return { svg: '<svg/>', ranges: { ride: [15, 37] } }; }
  async edit(_file: string, text: string, operations: readonly Operation[]): Answer<Edited> {
    this.edits += 1;
    await this.onEdit();
    const [operation] = operations;
    const found = /experience: ([\d.]+)/.exec(text);
    if (!found?.[1] || operation?.op !== 'set_value') return { error: { message: 'refused' } };
    const start = found.index + 'experience: '.length;
    const value = String(operation.value);
    return { text: text.slice(0, start) + value + text.slice(start + found[1].length), edits: [[start, start + found[1].length, value]], inverse: [] };
  }
  merge: Host['merge'] = async (_file, _before, theirs): Promise<Merged> => ({ text: theirs, conflicts: this.conflicts });
  async save(_file: string, text: string, version: string): Answer<Saved> {
    if (version !== this.file) return { conflict: this.file, version: this.file };
    this.file = text;
    return { version: text, lies: this.lies };
  }
}

async function opened(): Promise<{ host: OneFile; session: Session; notices: Notice[] }> {
  const host = new OneFile();
  const session = new Session(host, new Buffer());
  const notices: Notice[] = [];
  session.onNotice((notice) => notices.push(notice));
  await session.refresh();
  await session.open(FILE);
  return { host, session, notices };
}
const EXPERIENCE = { touchpoint: 'ride', persona: null, side: 'experience' } as const;
const scoreOf = (session: Session) => session.draft?.gap('ride', null).B;

test('why there is no map is told with the figures, until there is one', async () => {
  const { host, session } = await opened();
  const { picture } = host;
  let told = 0;
  session.follow((topics) => { if (topics.has('unanswered')) told += 1; });
  host.picture = async () => ({ error: { message: 'too long' } });
  session.buffer.replace([[0, 0, '# typed\n']], 'operation');
  await session.settled();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(session.unanswered?.message, 'too long');
  session.buffer.replace([[0, 0, '# more\n']], 'operation');
  await session.settled();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(session.unanswered?.message, 'too long');
  assert.equal(told, 1);
  host.picture = picture;
  session.readAnew();
  await session.settled();
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(session.unanswered, null);
  assert.equal(told, 2);
});

test('a text that is written into another file can still be undone', async () => {
  const { session } = await opened();
  const before = session.buffer.text;
  session.buffer.replace([[0, 0, '# typed\n']], 'operation');
  await session.settled();
  session.select(session.journey?.touchpoints[0]?.id ?? null);
  const { selected } = session;
  assert.ok(selected);
  await session.moved('other.yaml', { text: session.buffer.text, version: '9', lies: 'file' });
  assert.deepEqual([session.file?.path, session.status, session.selected], ['other.yaml', 'saved', selected]);
  await session.undo();
  assert.equal(session.buffer.text, before);
  assert.equal(session.status, 'unsaved');
});

test('a host that is near draws each key, and once', async () => {
  const { host, session } = await opened();
  const drawn: string[] = [];
  const { picture } = host;
  host.isNear = true;
  host.picture = async (...given: unknown[]) => {
    drawn.push(String(given[1]));
    return picture.call(host);
  };
  const text = session.buffer.text;
  session.buffer.replace([[0, 0, '#']], 'operation');
  await Promise.resolve(); /* no browser draws a page meanwhile */
  assert.deepEqual(drawn, [`#${text}`]);
  await session.settled();
  assert.deepEqual(drawn, [`#${text}`]);
});

test('what is opened is asked for before the panes show that it is open', async () => {
  const { host, session } = await opened();
  const order: string[] = [];
  const { picture } = host;
  host.picture = async () => {
    order.push('asked');
    return picture.call(host);
  };
  session.follow((topics) => { if (topics.has('file')) order.push('shown'); });
  await session.open(FILE);
  assert.deepEqual(order, ['asked', 'shown']);
});

test('a score is shown at once, written as an operation, and undone by one step', async () => {
  const { session } = await opened();
  const done = session.setScore(EXPERIENCE, 6);
  assert.equal(scoreOf(session), 6);
  assert.equal(session.status, 'watching');
  await done;
  assert.equal(session.buffer.text, TEXT.replace('3', '6'));
  assert.equal(session.status, 'unsaved');
  await session.undo();
  await session.settled();
  assert.equal(session.buffer.text, TEXT);
  assert.equal(scoreOf(session), 3);
});

test('undo takes back the change before it, though that is still on its way', async () => {
  const { session } = await opened();
  await Promise.all([session.setScore(EXPERIENCE, 6), session.undo()]);
  await session.settled();
  assert.equal(session.buffer.text, TEXT);
  assert.equal(scoreOf(session), 3);
});

test('what a text is read with changes while it is read: it is read once more', async () => {
  const { host, session } = await opened();
  const before = host.assessed;
  session.readAnew();
  const read = session.settled();
  session.readAnew();
  await read;
  await session.settled();
  assert.equal(host.assessed, before + 2);
});

test('scores that follow each other faster than they are written go together', async () => {
  const { host, session } = await opened();
  await Promise.all([4, 5, 6, 7].map((score) => session.setScore(EXPERIENCE, score)));
  assert.equal(session.buffer.text, TEXT.replace('3', '7'));
  assert.ok(host.edits < 4, `${host.edits} edits`);
});

test('an operation on a text that was typed in meanwhile is asked for anew', async () => {
  const { host, session } = await opened();
  host.onEdit = () => {
    host.onEdit = () => undefined;
    session.buffer.dispatch({ changes: { from: 0, insert: '# typed\n' } });
  };
  await session.setScore(EXPERIENCE, 9);
  assert.equal(session.buffer.text, `# typed\n${TEXT.replace('3', '9')}`);
});

test('a list that arrives meanwhile takes no change along, and leaves no text unread', async () => {
  const { host, session } = await opened();
  host.onEdit = () => session.refresh();
  await session.setScore(EXPERIENCE, 9);
  assert.equal(session.buffer.text, TEXT.replace('3', '9'));
  await session.settled();
  const { assessed } = host;
  host.onAssess = () => {
    host.onAssess = async () => undefined;
    return session.refresh();
  };
  session.buffer.dispatch({ changes: { from: 0, insert: '# typed\n' } });
  await session.settled();
  assert.equal(host.assessed, assessed + 1);
});

test('another file is opened once what was asked for is written in the one before', async () => {
  const { host, session } = await opened();
  const edited: string[] = [];
  const { edit } = host;
  host.edit = async (file, text, operations) => { edited.push(file); return edit.call(host, file, text, operations); };
  session.list = [...session.list, { ...session.list[0], file: 'other' } as (typeof session.list)[number]];
  const change = (value: number) => session.run(() => [{ op: 'set_value', route: ['touchpoints', 'ride', 'experience'], value }]);
  await Promise.all([change(8), change(9), session.open('other')]);
  assert.deepEqual(edited, [FILE, FILE]);
  assert.equal(session.buffer.text, TEXT);
});

test('what a host refuses is told, and the score is as before', async () => {
  const { session, notices } = await opened();
  session.buffer.dispatch({ changes: { from: 0, insert: 'broken' } });
  session.buffer.dispatch({ changes: { from: 0, to: session.buffer.text.length, insert: 'nothing' } });
  await session.setScore(EXPERIENCE, 9);
  assert.deepEqual(notices.map((one) => one.kind), ['edit']);
  assert.equal(scoreOf(session), 3);
});

test('a text that cannot be read leaves the last good journey', async () => {
  const { session } = await opened();
  session.buffer.dispatch({ changes: { from: TEXT.indexOf('3'), to: TEXT.indexOf('3') + 1, insert: '3,5' } });
  await session.settled();
  assert.equal(session.status, 'broken');
  assert.equal(scoreOf(session), 3);
  assert.notEqual(session.picture, null);
});

test('saving tells the version that was seen, and watches again', async () => {
  const { host, session } = await opened();
  await session.setScore(EXPERIENCE, 6);
  assert.ok(await session.save());
  assert.equal(host.file, TEXT.replace('3', '6'));
  assert.equal(session.status, 'saved');
});

test('a change outside of a text that nobody edits is taken', async () => {
  const { host, session, notices } = await opened();
  host.file = TEXT.replace('3', '4');
  await session.meeting.outside('changed', FILE);
  await session.settled();
  assert.equal(session.buffer.text, host.file);
  assert.equal(session.isChanged, false);
  assert.deepEqual(notices.map((one) => one.kind), ['outside']);
});

test('a field that both changed is asked for, and either side can be chosen', async () => {
  for (const side of ['theirs', 'mine'] as const) {
    const { host, session } = await opened();
    await session.setScore(EXPERIENCE, 5);
    host.file = TEXT.replace('3', '4');
    host.conflicts = [{ route: ['touchpoints', 'ride', 'experience'], before: 3, theirs: 4, mine: 5 }];
    await session.meeting.outside('changed', FILE);
    assert.equal(session.status, 'conflict');
    assert.equal(session.buffer.text, TEXT.replace('3', '5'), 'mine stands until somebody chooses');
    assert.equal(await session.save(), false);
    await session.meeting.resolve(side);
    assert.equal(session.buffer.text, TEXT.replace('3', side === 'mine' ? '5' : '4'));
    assert.ok(await session.save());
  }
});

test('a field that changed outside while somebody typed in it is asked for', async () => {
  const { session } = await opened();
  const point = session.draft?.point('ride');
  assert.ok(point);
  const written: string[][] = [];
  let now: readonly string[] = ['one'];
  const typed = new Typed(session, {
    answers: () => now, route: () => ['touchpoints', 'ride', 'pains'],
    set: (_tree, _point, answers) => { written.push([...answers]); now = answers; return []; },
  }, point);
  await typed.write(['one']);
  await typed.write(['one', 'two']);
  await typed.write(['one', 'two', 'three']);
  assert.deepEqual(written, [['one', 'two'], ['one', 'two', 'three']]);
  assert.equal(session.clash, null);
  now = ['theirs']; /* from here on the file has another answer than the field */
  await typed.write(['mine']);
  const conflict = { route: ['touchpoints', 'ride', 'pains'], before: ['one', 'two', 'three'], theirs: 'theirs', mine: 'mine' };
  assert.deepEqual(session.clash, { fields: [conflict], isMineIn: true });
});

test('what was refused is asked for again when its field is left again', async () => {
  const { session } = await opened();
  const point = session.draft?.point('ride');
  assert.ok(point);
  let asked = 0;
  const typed = new Typed(session, {
    answers: () => [], route: () => ['touchpoints', 'ride', 'pains'],
    set: () => { asked += 1; return [{ op: 'remove', route: ['nowhere'] }]; },
  }, point);
  await typed.write(['mine']);
  await typed.write(['mine']);
  assert.equal(asked, 2);
});

test('a text that lies in no file is not saved, though nobody typed', async () => {
  const host = new OneFile();
  host.lies = 'nowhere';
  const session = new Session(host, new Buffer());
  await session.refresh();
  await session.open(FILE);
  assert.equal(session.status, 'unsaved');
  host.lies = 'copy';
  assert.ok(await session.save());
  assert.equal(session.status, 'downloaded');
});

test('saving over a file that changed merges first', async () => {
  const { host, session } = await opened();
  await session.setScore(EXPERIENCE, 6);
  host.file = TEXT.replace('3', '4');
  host.merge = async (_file, _before, theirs, mine) => ({ text: theirs.replace('4', /experience: (\d)/.exec(mine)?.[1] ?? ''), conflicts: [] });
  assert.ok(await session.save());
  assert.equal(host.file, TEXT.replace('3', '6'));
});

test('a host that is gone takes nothing along', async () => {
  const { host, session } = await opened();
  host.isDown = true;
  session.setLost(true);
  session.buffer.dispatch({ changes: { from: 0, insert: '# kept\n' } });
  await session.settled();
  host.isDown = false;
  session.setLost(false);
  await session.settled();
  assert.equal(session.buffer.text, `# kept\n${TEXT}`);
  assert.equal(session.status, 'unsaved');
});

test('a touchpoint stands where it moved to in the text', async () => {
  const { session } = await opened();
  await session.settled();
  session.buffer.dispatch({ changes: { from: 0, insert: '# one line more\n' } });
  assert.deepEqual(session.range('ride')?.[0], 15 + 16);
});

test('renames of touchpoints go along with the next save, once, and so does taking one back', async () => {
  const { host, session } = await opened();
  const told: unknown[] = [];
  const { save } = host;
  host.edit = async (_file, text) => ({ text: text.replace('ride', 'trip'), edits: [[14, 18, 'trip']], inverse: [] });
  host.save = async (file: string, text: string, version: string, renamed?: unknown) => {
    told.push(renamed);
    return save.call(host, file, text, version);
  };
  await session.run(() => [{ op: 'rename', kind: 'touchpoint', id: 'ride', new: 'trip' }]);
  await session.save();
  await session.save();
  assert.deepEqual(told, [[['ride', 'trip']], []]);
  await session.undo();
  await session.save();
  await session.redo();
  await session.save();
  assert.deepEqual(told.slice(2), [[['trip', 'ride']], [['ride', 'trip']]]);
});
