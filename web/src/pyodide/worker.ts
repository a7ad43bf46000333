/** The worker: Python with cjm, and Graphviz. It keeps a copy of the texts and no truth, so that the
page may end it at any moment; and it can reach nothing but the page. */

import './no_scripts.ts'; /* before Pyodide, which asks as soon as it is read */
import { instance, type Viz } from '@viz-js/viz';
import { loadPyodide } from 'pyodide';
import { info } from 'pyodide/pyodide-lock.json';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { withoutNetwork } from './isolation.ts';
import type { FromWorker, Ready, Start, ToWorker } from './protocol.ts';

/** The functions of `cjm.pyodide.main`. */
interface Main {
  start(layout: (dot: string) => string, language: string): string;
  prepare(): boolean;
  put(path: string, text: string | undefined): void;
  answer(name: string, given: string): string;
}

/* an address that Pyodide can put names to; nothing is ever asked of it */
const NOWHERE = 'https://cjm.invalid/';
const LIBRARY = 'python_stdlib.zip';
/* no package is ever asked for; the page carries everything */
const NO_PACKAGES = JSON.stringify({ info, packages: {} });

/** How long the page has to ask before something is prepared instead. */
const PAUSE_MS = 20;

let main: Main | null = null;
let isSick = '';

const tell = (message: FromWorker): void => postMessage(message);

async function start({ module, graphviz, python, language }: Start): Promise<Ready> {
  const began = performance.now();
  const loading = withoutNetwork({ module, graphviz, files: { [LIBRARY]: python } });
  const [pyodide, viz] = await Promise.all([
    loadPyodide({
      createPyodideModule, stdLibURL: NOWHERE + LIBRARY, lockFileContents: NO_PACKAGES, indexURL: NOWHERE, packageBaseUrl: NOWHERE,
      env: { HOME: '/', PYTHONDONTWRITEBYTECODE: '1' }, checkAPIVersion: false,
    } as Parameters<typeof loadPyodide>[0]),
    instance(),
  ]);
  loading.end();
  const garbage = pyodide.pyimport('gc') as unknown as { disable(): void; enable(): void };
  garbage.disable(); /* what is imported stays: looking through it takes a tenth of the start */
  main = pyodide.pyimport('cjm.pyodide.main') as unknown as Main;
  const version = main.start((dot) => layOut(viz, dot), language);
  garbage.enable();
  setTimeout(prepare, PAUSE_MS);
  return { version, ms: Math.round(performance.now() - began) };
}

/* What the first picture needs, part by part while the page asks for nothing. */
function prepare(): void {
  try {
    if (main?.prepare()) setTimeout(prepare, PAUSE_MS);
  } catch (error) {
    broke(error);
  }
}

/* DOT → json0. An engine that broke off in the middle is not asked again. */
function layOut(graphviz: Viz, dot: string): string {
  let result;
  try {
    result = graphviz.render(dot, { format: 'json0', engine: 'dot' });
  } catch (error) {
    isSick = String(error);
    throw error;
  }
  if (result.status === 'success') return result.output;
  throw new Error(result.errors.map((one) => one.message).join('; '));
}

function answer(id: number, name: string, given: object): void {
  if (!main) throw new Error('asked before it was started');
  const told = main.answer(name, JSON.stringify(given));
  tell({ id, answer: told });
  if (isSick) throw new Error(isSick);
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if ('start' in data) tell({ ready: await start(data.start) });
    /* null would be an object of its own in Python; undefined is None */
    else if ('put' in data) main?.put(data.put, data.text ?? undefined);
    else answer(data.id, data.name, data.given);
  } catch (error) {
    broke(error);
  }
};

/* Pyodide's own errors quote the whole of its script */
const broke = (error: unknown): void => tell({ failed: String(error).slice(0, 2000) });
