/** The engine: what the page carries packed, unpacked as early as can be, and workers made of it. */

import type { Start } from './protocol.ts';

export interface Engine {
  /** When there is nothing more to unpack, and a worker that waited for it has begun. */
  readonly isUnpacked: Promise<unknown>;
  /** A worker that still has to be given `start`. */
  worker(): Promise<Worker>;
  start(language: string): Promise<Start>;
}

type Part = 'worker' | 'module' | 'graphviz' | 'python';

/** A part as a response that unpacks it while it is read, as soon as the page has it. */
export type Unpack = (part: Part, type: string) => Promise<Response>;

/** From the page itself: gzip in base64, the text of an element, or where the page is a folder what a
script beside it brought. It goes as soon as it is read. */
export const fromPage: Unpack = async (part, type) => {
  await arrived(part);
  const element = elementOf(part);
  const { cjmParts } = globalThis as { cjmParts?: Partial<Record<Part, string>> };
  const packed = bytesOf(element?.textContent || cjmParts?.[part] || '');
  element?.remove();
  delete cjmParts?.[part];
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  for (const written of [writer.write(packed), writer.close()]) written.catch(() => undefined); /* told by what is read */
  return new Response(readable, { headers: { 'Content-Type': type } });
};

/* A page of megabytes is read for a while: what stands first in it is unpacked meanwhile. Scripts beside
a page have all run when it is read. */
function arrived(part: Part): Promise<void> {
  return new Promise((resolve) => {
    const found = () => {
      coming.disconnect();
      resolve();
    };
    /* what follows an element tells that it is whole */
    const look = () => { if (elementOf(part)?.nextElementSibling) found(); };
    const coming = new MutationObserver(look);
    coming.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', found);
    look();
  });
}

const elementOf = (part: Part): HTMLElement | null => document.getElementById(`part-${part}`);

/** An engine that begins to unpack at once, so that it is ready when somebody asks. */
export function engineOf(unpack: Unpack): Engine {
  const address = unpack('worker', 'text/javascript').then((read) => read.blob()).then((blob) => URL.createObjectURL(blob));
  const compiled = (part: 'module' | 'graphviz') => WebAssembly.compileStreaming(unpack(part, 'application/wasm'));
  const module = compiled('module');
  const graphviz = compiled('graphviz');
  const python = unpack('python', 'application/zip').then((read) => read.arrayBuffer());
  /* told by whoever waits for them */
  for (const each of [module, graphviz, address, python]) each.catch(() => undefined);
  return {
    isUnpacked: Promise.allSettled([address, module, graphviz, python]).then(() => new Promise((resolve) => setTimeout(resolve))),
    worker: async () => new Worker(await address),
    start: async (language) => ({ module: await module, graphviz: await graphviz, python: await python, language }),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64(base64);
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
