/** A journey in a link: `#1`, then base64url of deflated JSON. The part after `#` is sent to no server.

Links come from strangers: unpacking stops at a limit, and what is no such link is told as what it is. */

import type { Language } from '../host.ts';

export interface Shared {
  /** The name of the journey's file. */
  name: string;
  text: string;
  /** What its workspace says, where it has one. */
  workspace?: string;
  view: 'graph' | 'map';
  persona?: string;
  language: Language;
}

/** Cut or changed on its way; too much; made by a later version of the page. */
export type LinkFault = 'brokenLink' | 'largeLink' | 'newerLink';

const VERSION = '1';
const LINK = /^#\d/;
/* what chats and mail programs take for a part of an address */
const TAIL = /[^\w-]{1,3}$/;
/** What a link may hold once it is unpacked, in bytes. */
export const MAX_LINK_BYTES = 1_000_000;
/* a byte of deflate stands for 1,032 at the most: so much is unpacked at once, and no more */
const SLICE = 512;
/** A longer one is cut by some chats and mail programs. */
export const LONG_LINK = 2000;
const MAX_NAME = 100;

export const isLink = (hash: string): boolean => LINK.test(hash);

/** What stands after the page's address. */
export async function linkOf(shared: Shared): Promise<string | LinkFault> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  if (bytes.length > MAX_LINK_BYTES) return 'largeLink';
  const packed = await collect(bytes, new CompressionStream('deflate-raw'), Infinity);
  return packed ? `#${VERSION}${base64Url(packed)}` : 'largeLink';
}

/** What a link holds. */
export async function readLink(hash: string): Promise<Shared | LinkFault> {
  const version = hash.slice(1, 1 + VERSION.length);
  if (version !== VERSION) return 'newerLink';
  try {
    const bytes = await collect(fromBase64Url(hash.slice(1 + VERSION.length).replace(TAIL, '')), new DecompressionStream('deflate-raw'), MAX_LINK_BYTES);
    if (!bytes) return 'largeLink';
    return sharedOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))) ?? 'brokenLink';
  } catch {
    return 'brokenLink';
  }
}

/* Through a stream, a slice at a time, so that a bomb is noticed before it has gone off; null is too much. */
async function collect(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const [writer, reader] = [stream.writable.getWriter(), stream.readable.getReader()];
  const written = write(writer, bytes);
  written.catch(() => undefined); /* the reader tells the same */
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(part.value as Uint8Array<ArrayBuffer>);
  }
  await written;
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function write(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let start = 0; start < bytes.length; start += SLICE) {
    await writer.ready;
    await writer.write(bytes.subarray(start, start + SLICE));
  }
  await writer.close();
}

function sharedOf(data: unknown): Shared | null {
  if (typeof data !== 'object' || data === null) return null;
  const { name, text, workspace, view, persona, language } = data as Record<string, unknown>;
  if (typeof name !== 'string' || typeof text !== 'string') return null;
  return {
    name: fileName(name), text,
    ...(typeof workspace === 'string' ? { workspace } : {}),
    view: view === 'map' ? 'map' : 'graph',
    ...(typeof persona === 'string' ? { persona } : {}),
    language: language === 'ru' ? 'ru' : 'en',
  };
}

/* a name leads nowhere, and is no other kind of file */
function fileName(name: string): string {
  const plain = name.replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  return /^[^.].{0,95}\.ya?ml$/iu.test(plain) && plain.length <= MAX_NAME && !/^cjm\.ya?ml$/i.test(plain) ? plain : 'journey.yaml';
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new TypeError('no base64url');
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
}
