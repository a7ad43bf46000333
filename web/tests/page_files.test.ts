import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed, type HostEvent, type Text } from '../src/host.ts';
import { PageFiles, readFile, type Given } from '../src/onefile/files.ts';

const TEXT = 'journey: taxi\n';

/** A file as the browser gives it: a handle that may be read and written. */
class Handle {
  readonly kind = 'file';
  readonly name: string;
  content: Uint8Array<ArrayBuffer>;
  modified = 1;
  isGone = false;
  isFull = false;
  permission: PermissionState = 'granted';

  constructor(name: string, text: string) {
    this.name = name;
    this.content = new TextEncoder().encode(text);
  }
  get text(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.content);
  }
  /** Somebody else writes it. */
  put(text: string): void {
    this.content = new TextEncoder().encode(text);
    this.modified += 1;
  }
  async getFile(): Promise<File> {
    if (this.isGone) throw new DOMException('gone', 'NotFoundError');
    return new File([this.content], this.name, { lastModified: this.modified });
  }
  async requestPermission(): Promise<PermissionState> { return this.permission; }
  async createWritable() {
    let next = new Uint8Array(new ArrayBuffer(0));
    return {
      write: async (bytes: Uint8Array<ArrayBuffer>) => {
        if (this.isFull) throw new DOMException('no space left', 'QuotaExceededError');
        next = bytes;
      },
      close: async () => { this.content = next; this.modified += 1; },
      abort: async () => undefined,
    };
  }
}

interface Opened { handle: Handle; files: PageFiles; events: HostEvent[]; puts: (readonly [string, string | null])[]; downloads: Map<string, string> }

async function opened(content = TEXT, chosen: Handle | null = null): Promise<Opened> {
  const handle = new Handle('taxi.yaml', content);
  const downloads = new Map<string, string>();
  const files = new PageFiles(async (name, bytes) => {
    if (chosen) return chosen as unknown as FileSystemFileHandle;
    downloads.set(name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    return null;
  });
  const [events, puts]: [HostEvent[], [string, string | null][]] = [[], []];
  files.events((event) => events.push(event));
  files.onPut((path, text) => puts.push([path, text]));
  files.add([await given(handle)]);
  return { handle, files, events, puts, downloads };
}

async function given(handle: Handle): Promise<Given> {
  const blob = await handle.getFile();
  const read = await readFile(handle.name, blob);
  assert.ok(!failed(read));
  return { path: handle.name, ...read, handle: handle as unknown as FileSystemFileHandle, stamp: [blob.lastModified, blob.size] };
}

function kept(files: PageFiles, path = 'taxi.yaml'): Text {
  const answer = files.text(path);
  assert.ok(!failed(answer));
  return answer;
}
const versionOf = (files: PageFiles, path?: string): string => kept(files, path).version;

test('a text is written over the file it came from, with the mark that stood before it', async () => {
  const { files, handle } = await opened(`\uFEFF${TEXT}`);
  assert.equal(kept(files).text, TEXT);
  const saved = await files.save('taxi.yaml', 'journey: bus\n', versionOf(files));
  assert.deepEqual(saved, { version: versionOf(files), lies: 'file' });
  assert.equal(handle.text, '\uFEFFjourney: bus\n');
  assert.deepEqual(files.unsaved, []);
});

test('nothing is written over what somebody else wrote meanwhile: it is a conflict, with their text', async () => {
  const { files, handle } = await opened();
  const seen = versionOf(files);
  handle.put('journey: theirs\n');
  const answer = await files.save('taxi.yaml', 'journey: mine\n', seen);
  assert.deepEqual(answer, { conflict: 'journey: theirs\n', version: versionOf(files) });
  assert.equal(handle.text, 'journey: theirs\n');
  assert.notEqual(versionOf(files), seen);
});

test('a file of the same time and size is read all the same before it is written over', async () => {
  const { files, handle } = await opened();
  const seen = versionOf(files);
  handle.content = new TextEncoder().encode('journey: TAXI\n');
  assert.ok('conflict' in (await files.save('taxi.yaml', 'journey: mine\n', seen)));
});

test('what cannot be written leaves the file, and what is typed stays unsaved', async () => {
  const { files, handle } = await opened();
  files.type('taxi.yaml', 'journey: mine\n');
  handle.isFull = true;
  assert.ok(failed(await files.save('taxi.yaml', 'journey: mine\n', versionOf(files))));
  handle.isFull = false;
  handle.permission = 'denied';
  assert.ok(failed(await files.save('taxi.yaml', 'journey: mine\n', versionOf(files))));
  assert.equal(handle.text, TEXT);
  assert.deepEqual(files.unsaved, ['taxi.yaml']);
});

test('half a character is not written, and not lost either', async () => {
  const { files, handle } = await opened();
  assert.ok(failed(await files.save('taxi.yaml', 'journey: "\uD83D"\n', versionOf(files))));
  assert.equal(handle.text, TEXT);
});

test('without a handle it is downloaded under its name, and counts as saved', async () => {
  const { files, downloads } = await opened();
  files.replace([{ path: 'maps/new.yaml', text: TEXT }]);
  assert.deepEqual(files.unsaved, ['maps/new.yaml']);
  assert.equal(kept(files, 'maps/new.yaml').lies, 'nowhere');
  await files.save('maps/new.yaml', TEXT, versionOf(files, 'maps/new.yaml'));
  assert.deepEqual([...downloads], [['new.yaml', TEXT]]);
  assert.deepEqual(files.unsaved, []);
});

test('where somebody chooses a file for a text that has none, it lies there from then on', async () => {
  const chosen = new Handle('new.yaml', '');
  const { files, downloads } = await opened(TEXT, chosen);
  files.replace([{ path: 'new.yaml', text: TEXT }]);
  await files.save('new.yaml', TEXT, versionOf(files, 'new.yaml'));
  await files.save('new.yaml', 'journey: bus\n', versionOf(files, 'new.yaml'));
  assert.equal(chosen.text, 'journey: bus\n');
  assert.equal(kept(files, 'new.yaml').lies, 'file');
  assert.equal(downloads.size, 0);
});

test('a text without a version is a new file, and none where there is one', async () => {
  const { files, downloads } = await opened();
  await files.save('cjm.yaml', 'language: ru\n', '');
  assert.deepEqual([...downloads], [['cjm.yaml', 'language: ru\n']]);
  assert.ok('conflict' in (await files.save('cjm.yaml', 'language: en\n', '')));
});

test('what changes with a text is written with it', async () => {
  const { files, downloads } = await opened();
  files.replace([{ path: 'taxi.yaml', text: TEXT }, { path: 'taxi.measured.yaml', text: 'ride: 1\n' }]);
  await files.save('taxi.yaml', 'journey: bus\n', versionOf(files), { 'taxi.measured.yaml': 'trip: 1\n' });
  assert.deepEqual([...downloads.keys()], ['taxi.yaml', 'taxi.measured.yaml']);
  assert.equal(files.texts().get('taxi.measured.yaml'), 'trip: 1\n');
});

test('a look tells what changed outside, once, and gives it to whoever keeps a copy', async () => {
  const { files, handle, events, puts } = await opened();
  handle.put('journey: theirs\n');
  await files.look();
  await files.look();
  assert.deepEqual(events, [{ kind: 'changed', file: 'taxi.yaml', version: versionOf(files) }]);
  assert.deepEqual(puts.at(-1), ['taxi.yaml', 'journey: theirs\n']);
});

test('what is typed is given to nobody who reads with it, and is here to be held again', async () => {
  const { files, puts } = await opened();
  const before = puts.length;
  files.type('taxi.yaml', 'journey: half\n');
  assert.equal(puts.length, before);
  const [first] = files.given();
  assert.deepEqual([first?.text, first?.saved], ['journey: half\n', TEXT]);
});

test('a look leaves what is typed', async () => {
  const { files, handle } = await opened();
  files.type('taxi.yaml', 'journey: mine\n');
  handle.put('journey: theirs\n');
  await files.look();
  assert.equal(files.typed('taxi.yaml'), 'journey: mine\n');
  assert.equal(kept(files).text, 'journey: theirs\n');
});

test('a file that goes is told once, and told again when it is back', async () => {
  const { files, handle, events } = await opened();
  handle.isGone = true;
  await files.look();
  await files.look();
  handle.isGone = false;
  await files.look();
  assert.deepEqual(events.map((event) => event.kind), ['gone', 'changed']);
});

test('a file that is no UTF-8 by now is told as broken, and its last text stays', async () => {
  const { files, handle, events } = await opened();
  handle.content = new Uint8Array([0x61, 0x0a, 0xcf, 0xf3, 0xf2, 0xfc]);
  handle.modified += 1;
  await files.look();
  assert.deepEqual(events.map((event) => event.kind), ['broken']);
  assert.equal(files.typed('taxi.yaml'), TEXT);
});

test('another workspace is told of each journey that is read with it', async () => {
  const { files, events } = await opened();
  const workspace = new Handle('cjm.yaml', 'language: ru\n');
  files.add([await given(workspace)]);
  workspace.put('language: en\n');
  await files.look();
  assert.deepEqual(events.map((event) => 'file' in event && event.file), ['taxi.yaml', 'cjm.yaml']);
});

test('a text may be written into another file, which it lies in then', async () => {
  const { files, handle, puts } = await opened();
  const other = new Handle('bus.yaml', '');
  const answer = await files.saveAs('taxi.yaml', other as unknown as FileSystemFileHandle, 'journey: bus\n');
  assert.ok(!failed(answer) && answer.path === 'bus.yaml');
  assert.deepEqual([handle.text, other.text], [TEXT, 'journey: bus\n']);
  assert.deepEqual(puts.slice(-2), [['taxi.yaml', null], ['bus.yaml', 'journey: bus\n']]);
});

test('a text that is no UTF-8 is told with its line, and one too large is told', async () => {
  const latin = await readFile('cp1251.yaml', new Blob([new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xcf, 0xf3, 0xf2])]));
  assert.ok(failed(latin) && latin.error.line === 3);
  const large = await readFile('large.yaml', new Blob([new Uint8Array(5_000_000)]));
  assert.ok(failed(large) && large.error.message.includes('1000000'));
});
