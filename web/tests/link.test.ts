import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { MAX_LINK_BYTES, isLink, linkOf, readLink, type Shared } from '../src/onefile/link.ts';

const SHARED: Shared = {
  name: 'Путь клиента.yaml', text: 'journey: такси\ntitle: "Поездка 🚕 <script>alert(1)</script>"\r\n', workspace: 'language: ru\n',
  view: 'map', persona: 'деловой', language: 'ru',
};
const packed = (content: string | Uint8Array): string => `#1${deflateRawSync(content, { level: 9 }).toString('base64url')}`;

test('a link holds a journey with Cyrillic, emoji and its ends of lines', async () => {
  const link = await linkOf(SHARED);
  assert.match(link, /^#1[\w-]+$/);
  assert.deepEqual(await readLink(link), SHARED);
});

test('a stop or bracket that a chat took into the link does no harm', async () => {
  const link = await linkOf(SHARED);
  for (const tail of ['.', ')', ',', '»', '">']) assert.deepEqual(await readLink(link + tail), SHARED);
});

test('what is left out of a link stays out', async () => {
  const { name, text, view, language } = SHARED;
  const bare = { name, text, view, language };
  assert.deepEqual(await readLink(await linkOf(bare)), bare);
});

test('a link of another maker is read: any deflate will do', async () => {
  assert.deepEqual(await readLink(packed(JSON.stringify(SHARED))), SHARED);
});

test('an address of the studio is no link', () => {
  assert.ok(isLink('#1abc') && isLink('#27'));
  assert.ok(!isLink('#file=taxi.yaml') && !isLink('') && !isLink('#'));
});

test('a link that was cut or changed anywhere is told as broken', async () => {
  const link = await linkOf(SHARED);
  for (let end = 2; end < link.length; end += 7) assert.equal(await readLink(link.slice(0, end)), 'brokenLink', `cut at ${end}`);
  assert.equal(await readLink(`${link}%20a`), 'brokenLink');
});

test('what is no journey in a link is told as broken', async () => {
  for (const content of ['', 'null', '7', '[]', '{}', '{"name": "a.yaml"}', '{"name": 1, "text": "a"}', '{"name": "a.yaml", "text": ["a"]}', '{']) {
    assert.equal(await readLink(packed(content)), 'brokenLink', content);
  }
  assert.equal(await readLink(packed(new Uint8Array([0xcf, 0xf3]))), 'brokenLink');
});

test('a bomb stops at the limit, long before it has unpacked', async () => {
  const bomb = packed(new Uint8Array(64_000_000));
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(await readLink(bomb), 'largeLink');
  assert.ok(process.memoryUsage().arrayBuffers - before < 16_000_000);
});

test('a link holds what its limit says, and not a byte more', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...SHARED, text: '' })).length;
  const most = { ...SHARED, text: 'a'.repeat(MAX_LINK_BYTES - bytes) };
  assert.deepEqual(await readLink(await linkOf(most)), most);
  assert.equal(await linkOf({ ...most, text: `${most.text}a` }), 'largeLink');
});

test('a link of a later version says so', async () => {
  assert.equal(await readLink('#2abc'), 'newerLink');
});

test('a name in a link leads nowhere and is no other kind of file', async () => {
  for (const name of ['../../etc/passwd', 'cjm.yaml', 'a.exe', '.yaml', 'evil\u202Elmay.yaml.exe', `${'a'.repeat(300)}.yaml`, '']) {
    const read = await readLink(packed(JSON.stringify({ ...SHARED, name })));
    assert.equal((read as Shared).name, 'journey.yaml', name);
  }
  assert.equal(((await readLink(packed(JSON.stringify({ ...SHARED, name: 'C:\\maps\\Карта.yaml' })))) as Shared).name, 'Карта.yaml');
});
