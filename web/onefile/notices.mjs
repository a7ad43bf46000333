/* The terms under which the page carries what others wrote, with the source of what asks for it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './bundling.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const SCRIPTS = [
  '@codemirror/commands', '@codemirror/language', '@codemirror/search', '@codemirror/state', '@codemirror/streamparser', '@codemirror/view',
  '@lezer/common', '@lezer/highlight', '@lezer/lr', '@lezer/yaml', '@marijn/find-cluster-break', 'crelt', 'style-mod', 'w3c-keyname',
];

/** By name: version, licence, its text. */
export function notices(web, root, { version, packages, engine }) {
  const own = (name) => readFileSync(join(here, 'licences', `${name}.txt`), 'utf8');
  const manifest = (name) => JSON.parse(readFileSync(join(packageFolder(web, name), 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(packageFolder(web, 'pyodide'), 'pyodide-lock.json'), 'utf8'));
  const pyodide = manifest('pyodide').version;
  const viz = manifest('@viz-js/viz').version;
  return [
    { name: 'cjm', version, licence: 'Apache-2.0', text: readFileSync(join(root, 'LICENSE'), 'utf8') },
    { name: 'Python', version: lock.info.python, licence: 'PSF-2.0', text: own('python') },
    { name: 'Pyodide', version: pyodide, licence: 'MPL-2.0', text: `Its source: https://github.com/pyodide/pyodide, tag ${pyodide}; asyncio, pyodide.webloop and pyodide._package_loader are left out or replaced, and calls within its WebAssembly go through functions between.\n\n${own('mpl-2.0')}` },
    { name: 'Emscripten, musl', version: '', licence: 'MIT', text: own('emscripten') },
    { name: 'Viz.js', version: viz, licence: 'MIT', text: own('viz-js') },
    { name: 'Graphviz', version: '16.1.0', licence: 'EPL-2.0', text: `Its source: https://gitlab.com/graphviz/graphviz, tag 16.1.0.\n\n${engine.graphviz}` },
    { name: 'Expat', version: '', licence: 'MIT', text: engine.expat },
    ...packages.map(({ name, version: of, text }) => ({ name, version: of, licence: 'MIT', text })),
    ...SCRIPTS.map((name) => ({ name, version: manifest(name).version, licence: 'MIT', text: readFileSync(join(packageFolder(web, name), 'LICENSE'), 'utf8') })),
    { name: 'Noto Sans', version: '', licence: 'OFL-1.1', text: readFileSync(join(root, 'cjm', 'site', 'assets', 'OFL.txt'), 'utf8') },
  ];
}
