import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../src/host.ts';
import { read, type Converted } from '../src/onefile/incoming.ts';
import { dropped, pickFiles, pickFolder, type Candidate } from '../src/onefile/opening.ts';

const candidate = (path: string, content: string | Uint8Array<ArrayBuffer> = 'cjm: 1\n'): Candidate => ({ path, blob: new File([content], path), handle: null });
const convert = async (name: string, base64: string): Answer<Converted> => ({
  name: name.replace(/\.\w+$/, '.yaml'), text: `cjm: 1\n# ${Buffer.from(base64, 'base64').toString()}\n`, lost: [{ message: 'a colour', line: 2 }],
});
const pathsOf = (given: readonly { path: string }[]) => given.map((one) => one.path);

test('a journey comes as it is, and lies in a copy of its file', async () => {
  const { given } = await read([candidate('карта.yaml', '\uFEFFcjm: 1\r\n')], convert);
  assert.deepEqual([given[0]?.path, given[0]?.text, given[0]?.saved, given[0]?.hasMark], ['карта.yaml', 'cjm: 1\r\n', 'cjm: 1\r\n', true]);
});

test('another form is converted, lies in no file yet, and what it loses is told with its line', async () => {
  const { given, lost } = await read([candidate('map.mmd', 'graph LR')], convert);
  assert.deepEqual(given, [{ path: 'map.yaml', text: 'cjm: 1\n# graph LR\n', saved: null }]);
  assert.deepEqual(lost, [{ message: 'a colour', line: 2, file: 'map.mmd' }]);
});

test('what cannot be taken is told, and keeps nothing else out', async () => {
  const { given, refused } = await read([candidate('logo.png'), candidate('cp1251.yaml', new Uint8Array([0x0a, 0xcf])), candidate('a.yaml')], convert);
  assert.deepEqual(pathsOf(given), ['a.yaml']);
  assert.deepEqual(refused.map((one) => [one.error.file, one.error.line]), [['logo.png', undefined], ['cp1251.yaml', 2]]);
});

test('of two files of one name the first is held, and the other is told', async () => {
  const { given, refused } = await read([candidate('a.yaml', 'cjm: 1\n# one\n'), candidate('a.yaml'), candidate('a.csv')], convert);
  assert.deepEqual(given.map((one) => one.text), ['cjm: 1\n# one\n']);
  assert.deepEqual(refused.map((one) => one.error.file), ['a.yaml', 'a.yaml']);
});

test('what a converter refuses is told with the file it was', async () => {
  const { refused } = await read([candidate('map.csv', 'a')], async () => ({ error: { message: 'no column for it', line: 1 } }));
  assert.deepEqual(refused, [{ error: { file: 'map.csv', message: 'no column for it', line: 1 } }]);
});

test('of a folder only what is of cjm is taken, beside its workspace', async () => {
  const { given } = await read([
    candidate('service/cjm.yaml'), candidate('service/maps/taxi.yaml'), candidate('service/maps/taxi.measured.yaml', 'cjm-measured: 1\n'),
    candidate('service/old/cjm.yaml'), candidate('docker-compose.yaml', 'services: {}\n'), candidate('other.yaml'),
  ], convert);
  assert.deepEqual(pathsOf(given), ['cjm.yaml', 'maps/taxi.yaml', 'maps/taxi.measured.yaml']);
});

test('a file that was opened by itself is taken, whatever it holds', async () => {
  const { given } = await read([candidate('half.yaml', 'touch')], convert);
  assert.deepEqual(pathsOf(given), ['half.yaml']);
});

test('a folder without a journey says so', async () => {
  const { refused } = await read([candidate('a/b.yaml', 'services: {}\n')], convert);
  assert.equal(refused.length, 1);
});

test('a file that went away once it was chosen keeps none of the others out', async () => {
  const handle = (name: string, getFile: () => Promise<File>) => ({ kind: 'file', name, getFile });
  const showOpenFilePicker = async () => [
    handle('gone.yaml', async () => { throw new DOMException('it is not there', 'NotFoundError'); }),
    handle('a.yaml', async () => new File(['cjm: 1\n'], 'a.yaml')),
  ];
  Object.assign(globalThis, { window: { showOpenFilePicker } });
  const { given, refused } = await read(await pickFiles(), convert);
  assert.deepEqual(pathsOf(given), ['a.yaml']);
  assert.deepEqual(refused.map((one) => one.error.file), ['gone.yaml']);
});

const notAllowed = () => Promise.reject(new DOMException('not here', 'SecurityError'));

test('a folder of which a part cannot be read gives the rest, and says which part', async () => {
  const locked = { kind: 'directory', name: 'locked', values: () => { throw new DOMException('not yours', 'NotAllowedError'); } };
  const map = { kind: 'file', name: 'a.yaml', getFile: async () => new File(['cjm: 1\n'], 'a.yaml') };
  async function* values() { yield locked; yield map; }
  Object.assign(globalThis, { window: { showDirectoryPicker: async () => ({ kind: 'directory', name: 'maps', values }) } });
  const { given, refused } = await read(await pickFolder(), convert);
  assert.deepEqual(pathsOf(given), ['a.yaml']);
  assert.deepEqual(refused.map((one) => one.error.file), ['locked/']);
});

test('what was dropped is read where the browser gives no handle of it', async () => {
  const item = { kind: 'file', getAsFile: () => new File(['cjm: 1\n'], 'a.yaml'), getAsFileSystemHandle: notAllowed };
  const { given } = await read(await dropped({ items: [item] } as unknown as DataTransfer), convert);
  assert.deepEqual(pathsOf(given), ['a.yaml']);
});

test('of a dropped folder what cannot be read is told', async () => {
  const fail = (_: unknown, failed: (error: DOMException) => void) => failed(new DOMException('it is not there', 'NotFoundError'));
  const files = [
    { isDirectory: false, name: 'gone.yaml', file: fail },
    { isDirectory: false, name: 'a.yaml', file: (done: (blob: File) => void) => done(new File(['cjm: 1\n'], 'a.yaml')) },
  ];
  const reader = () => ({ readEntries: (done: (some: unknown[]) => void) => done(files.splice(0)) });
  const entry = { isDirectory: true, name: 'maps', createReader: reader };
  const item = { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => entry };
  const { given, refused } = await read(await dropped({ items: [item] } as unknown as DataTransfer), convert);
  assert.deepEqual(pathsOf(given), ['a.yaml']);
  assert.deepEqual(refused.map((one) => one.error.file), ['gone.yaml']);
});
