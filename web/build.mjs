/* Builds the studio into cjm/studio/assets, or with --tests its tests into build/tests. The same
   sources give the same bytes: nothing of the machine, its paths or the day stands in them. */
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = (name) => {
  const at = process.argv.indexOf(name);
  return at > 0 && process.argv[at + 1] ? process.argv[at + 1] : null;
};
const shared = { absWorkingDir: here, bundle: true, charset: 'utf8', logLevel: 'warning', legalComments: 'none' };

if (process.argv.includes('--tests')) {
  const into = join(here, 'build', 'tests');
  rmSync(into, { recursive: true, force: true });
  /* one file, so that one process runs them all */
  const tests = readdirSync(join(here, 'tests')).filter((name) => name.endsWith('.test.ts')).sort();
  const stdin = { contents: tests.map((name) => `import './tests/${name}';`).join('\n'), resolveDir: here };
  await build({ ...shared, stdin, outfile: join(into, 'tests.mjs'), format: 'esm', platform: 'node' });
} else {
  const into = folder('--into') ?? join(here, '..', 'cjm', 'studio', 'assets');
  mkdirSync(into, { recursive: true });
  await build({
    ...shared,
    entryPoints: [{ in: 'src/main.ts', out: 'studio' }, { in: 'src/css/studio.css', out: 'studio' }],
    outdir: into, format: 'iife', target: ['es2022'], minify: true,
    banner: { js: '/* Built from web/ by `make web`; with CodeMirror and Lezer, (c) Marijn Haverbeke and others, MIT. */' },
  });
  copyFileSync(join(here, 'src', 'studio.html'), join(into, 'studio.html'));
}
