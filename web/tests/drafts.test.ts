import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, type Storage } from '../src/onefile/drafts.ts';

const DRAFT = { title: 'Такси', path: 'taxi.yaml', files: [{ path: 'taxi.yaml', text: 'journey: такси\n', saved: 'journey: taxi\n' }] };

class Kept implements Storage {
  readonly items = new Map<string, string>();
  isFull = false;
  get length() { return this.items.size; }
  key(nth: number) { return [...this.items.keys()][nth] ?? null; }
  getItem(key: string) { return this.items.get(key) ?? null; }
  setItem(key: string, value: string) {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string) { this.items.delete(key); }
}

const blocked = (): Storage => { throw new DOMException('denied', 'SecurityError'); };

test('nothing is kept until somebody says yes', () => {
  const storage = new Kept();
  const drafts = new Drafts(() => storage);
  drafts.keep(DRAFT);
  assert.equal(storage.items.size, 0);
  assert.equal(drafts.consent, null);
});

test('a draft is there for the next page, and goes once all is saved', () => {
  const storage = new Kept();
  const drafts = new Drafts(() => storage);
  drafts.agree('yes');
  assert.ok(drafts.keep(DRAFT));
  const next = new Drafts(() => storage);
  assert.deepEqual(next.list.map(({ title, path, files }) => ({ title, path, files })), [DRAFT]);
  assert.deepEqual(drafts.list, [], 'a page is not offered its own');
  drafts.drop();
  assert.deepEqual(next.list, []);
});

test('two pages do not overwrite each other', () => {
  const storage = new Kept();
  const [one, other] = [new Drafts(() => storage), new Drafts(() => storage)];
  one.agree('yes');
  one.keep(DRAFT);
  other.keep({ ...DRAFT, title: 'Автобус' });
  assert.deepEqual(new Drafts(() => storage).list.map((draft) => draft.title).sort(), ['Автобус', 'Такси']);
});

test('two pages that go on with one draft keep two', () => {
  const storage = new Kept();
  const before = new Drafts(() => storage);
  before.agree('yes');
  before.keep(DRAFT);
  const pages = [before, new Drafts(() => storage), new Drafts(() => storage)];
  const [draft] = pages[1]!.list;
  for (const page of pages.slice(1)) page.resume(draft!);
  for (const [nth, page] of pages.entries()) page.keep({ ...DRAFT, title: `${nth}` });
  for (const [nth, page] of pages.entries()) page.keep({ ...DRAFT, title: `${nth} again` });
  const titles = () => new Drafts(() => storage).list.map((one) => one.title).sort();
  assert.deepEqual(titles(), ['0 again', '1 again', '2 again']);
  pages[1]!.drop();
  assert.deepEqual(titles(), ['0 again', '2 again']);
});

test('what another page kept since a draft was listed is not taken for its own', () => {
  const storage = new Kept();
  const [one, other] = [new Drafts(() => storage), new Drafts(() => storage)];
  one.agree('yes');
  one.keep(DRAFT);
  const [draft] = other.list;
  one.keep({ ...DRAFT, title: 'later' });
  other.resume(draft!);
  other.drop();
  assert.deepEqual(new Drafts(() => storage).list.map((each) => each.title), ['later']);
});

test('a no forgets what was kept, and is remembered', () => {
  const storage = new Kept();
  const drafts = new Drafts(() => storage);
  drafts.agree('yes');
  drafts.keep(DRAFT);
  drafts.agree('no');
  drafts.keep(DRAFT);
  assert.deepEqual([...storage.items], [['cjm-drafts', 'no']]);
  assert.equal(new Drafts(() => storage).consent, 'no');
});

test('where the browser keeps nothing it is told, and nothing breaks', () => {
  const drafts = new Drafts(blocked);
  assert.equal(drafts.agree('yes'), false);
  assert.equal(drafts.keep(DRAFT), false);
  assert.deepEqual(drafts.list, []);
  const storage = new Kept();
  const full = new Drafts(() => storage);
  full.agree('yes');
  storage.isFull = true;
  assert.equal(full.keep(DRAFT), false);
});

test('what others wrote under our name is no draft', () => {
  const storage = new Kept();
  for (const value of ['', 'null', '{', '7', '{"files": []}', '{"title": "a", "path": "b", "when": 1, "files": [{"path": 1}]}']) {
    storage.setItem('cjm-draft:x', value);
    assert.deepEqual(new Drafts(() => storage).list, [], value);
  }
});

test('a draft that was gone on with is this page\'s own', () => {
  const storage = new Kept();
  const before = new Drafts(() => storage);
  before.agree('yes');
  before.keep(DRAFT);
  const next = new Drafts(() => storage);
  const [draft] = next.list;
  assert.ok(draft);
  next.resume(draft);
  next.drop();
  assert.equal(storage.items.size, 1);
});
