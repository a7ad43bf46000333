/* The scripts and the style of the page, each in one piece. */
import { build } from 'esbuild';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

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
    }),
  ]);
  const text = (files, end) => files.find((one) => one.path.endsWith(end)).text;
  return { script: text(page.outputFiles, '.js'), style: text(page.outputFiles, '.css'), worker: text(worker.outputFiles, '.js') };
}

/** The name of the folder of a package. */
export const packageFolder = (web, name) => join(web, 'node_modules', name);
