/** The engine: what the page carries packed, unpacked as early as can be, and workers made of it. */

import type { Start } from './protocol.ts';

export interface Engine {
  /** When there is nothing more to unpack, and a worker that waited for it has begun. */
  readonly isUnpacked: Promise<unknown>;
  /** A worker that still has to be given `start`. */
  worker(): Promise<Worker>;
  start(language: string): Promise<Start>;
}

type Part = 'worker' | 'module' | 'python';

/** A part as a response that unpacks it while it is read. */
export type Unpack = (part: Part, type: string) => Response;

/** From the page itself: gzip in base64, the text of an element, or where the page is a folder what a
script beside it brought. It goes as soon as it is read. */
export const fromPage: Unpack = (part, type) => {
  const element = document.getElementById(`part-${part}`);
  const { cjmParts } = globalThis as { cjmParts?: Partial<Record<Part, string>> };
  const packed = bytesOf(element?.textContent || cjmParts?.[part] || '');
  element?.remove();
  delete cjmParts?.[part];
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked, { headers: { 'Content-Type': type } });
};

/** An engine that begins to unpack at once, so that it is ready when somebody asks. */
export function engineOf(unpack: Unpack): Engine {
  const address = unpack('worker', 'text/javascript').blob().then((blob) => URL.createObjectURL(blob));
  const module = WebAssembly.compileStreaming(unpack('module', 'application/wasm'));
  const python = unpack('python', 'application/zip').arrayBuffer();
  /* told by whoever waits for them */
  for (const each of [module, address, python]) each.catch(() => undefined);
  return {
    isUnpacked: Promise.allSettled([address, module, python]).then(() => new Promise((resolve) => setTimeout(resolve))),
    worker: async () => new Worker(await address),
    start: async (language) => ({ module: await module, python: await python, language }),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64(base64);
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
