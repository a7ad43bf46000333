/** What keeps a worker to itself: no request, no module but the one it was given, no more memory than
is sound. The policy of the page forbids the same; here it does not even begin. */

/** Bytes of memory of Python, and of Graphviz: WebAssembly never gives any back. */
export const MOST_MEMORY = 512 * 1024 * 1024;
const PAGE = 65_536;
const REACHING = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'Worker', 'SharedWorker',
  'BroadcastChannel', 'importScripts', 'indexedDB', 'caches',
] as const;

export interface Given {
  /** Pyodide's, which is asked for as a stream. */
  module: WebAssembly.Module;
  /** Graphviz's, in the place of whose bytes there is null. */
  graphviz: WebAssembly.Module;
  /** By their names. */
  files: Readonly<Record<string, ArrayBuffer>>;
}

/** Take away all that reaches out. Until `end` is called a request for a file is answered with that
which was given, and for a module with its instance. */
export function withoutNetwork({ module, graphviz, files }: Given): { end(): void } {
  const scope = globalThis as unknown as Record<string, unknown>;
  limitMemory();
  for (const name of REACHING) take(scope, name);
  const { instantiate, instantiateStreaming } = WebAssembly;
  take(scope, 'fetch', async (url: string | URL) => new Response(files[String(url).split('/').pop() ?? ''] ?? null));
  WebAssembly.instantiateStreaming = async (_response, imports) => ({ module, instance: await instantiate(module, imports) });
  const given = async (bytes: BufferSource | null, imports?: WebAssembly.Imports) => (bytes === null ? { module: graphviz, instance: await instantiate(graphviz, imports) } : instantiate(bytes, imports));
  WebAssembly.instantiate = given as typeof instantiate;
  return {
    end: () => {
      take(scope, 'fetch');
      Object.assign(WebAssembly, { instantiate, instantiateStreaming });
    },
  };
}

function take(scope: Record<string, unknown>, name: string, instead?: unknown): void {
  Object.defineProperty(scope, name, { value: instead, configurable: true, writable: true });
}

function limitMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > MOST_MEMORY) throw new RangeError('more memory than is sound');
    return grow.call(this, pages);
  };
}
