/* The scripts and the style of the page, each in one piece. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';

const TARGET = ['es2022', 'chrome111', 'firefox113', 'safari16.4'];

export async function bundled(web) {
  const shared = { absWorkingDir: web, bundle: true, charset: 'utf8', logLevel: 'warning', legalComments: 'none', minify: true, write: false, target: TARGET };
  const [page, worker] = await Promise.all([
    build({
      ...shared, outdir: '/', format: 'iife',
      entryPoints: [{ in: 'src/onefile/main.ts', out: 'studio' }, { in: 'src/onefile/css/page.css', out: 'studio' }],
    }),
    build({
      ...shared, outdir: '/', format: 'iife', entryPoints: [{ in: 'src/pyodide/worker.ts', out: 'worker' }],
      /* Pyodide asks for these in node alone */
      external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`), 'ws'],
      logOverride: { 'empty-import-meta': 'silent' },
      plugins: [withoutGraphviz],
    }),
  ]);
  const text = (files, end) => files.find((one) => one.path.endsWith(end)).text;
  return { script: text(page.outputFiles, '.js'), style: text(page.outputFiles, '.css'), worker: text(worker.outputFiles, '.js') };
}

/** Graphviz as a module of WebAssembly. Its package has it as a text within a script. */
export async function graphvizModule() {
  const { instantiate } = WebAssembly;
  let module;
  WebAssembly.instantiate = (bytes, imports) => {
    module = bytes;
    return instantiate(bytes, imports);
  };
  try {
    await instance();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return module;
}

/* Every worker would parse that text, and compile what it says: the page has it compiled once. */
const withoutGraphviz = {
  name: 'without Graphviz',
  setup({ onLoad }) {
    onLoad({ filter: /@viz-js\/viz\/dist\/viz\.js$/ }, ({ path }) => {
      const parts = readFileSync(path, 'utf8').split(/binaryDecode\('(?:[^'\\]|\\.)*'\)/s);
      if (parts.length !== 2) throw new Error(`${path}: Graphviz does not stand where it stood`);
      return { contents: parts.join('null'), loader: 'js' };
    });
  },
};

/** The name of the folder of a package. */
export const packageFolder = (web, name) => join(web, 'node_modules', name);
