/* Python for the page: an archive of bytecode, which Pyodide itself makes here in node. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { packageFolder } from './bundling.mjs';
import { withSettledCalls } from './settled_calls.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const SOURCES = '/sources';
const INSTEAD = '/instead';
const ENTRY = 'cjm.pyodide.main';

/** The archive, and the module of WebAssembly that reads it. */
export async function packedPython(web, root, told) {
  const module = readFileSync(join(packageFolder(web, 'pyodide'), 'pyodide.asm.wasm'));
  const packer = readFileSync(join(here, 'pack.py'));
  const folders = [join(root, 'cjm'), ...told.packages.flatMap((one) => one.folders)].sort();
  const suffixes = ['.py', ...told.suffixes];
  const sources = folders.flatMap((folder) => [...filesBelow(folder, basename(folder), suffixes)]);
  const instead = [...filesBelow(join(here, 'instead'), '.', ['.py'])];
  const inputs = [packer, module, JSON.stringify(told.absent), ...instead.flat(), ...sources.flat()];
  const archive = await kept(join(web, 'build', 'python'), inputs, () => packed(packer, sources, instead, told));
  return { archive, module: withSettledCalls(module) };
}

async function packed(packer, sources, instead, told) {
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' } });
  for (const [folder, files] of [[SOURCES, sources], [INSTEAD, instead]]) {
    for (const [name, content] of files) {
      pyodide.FS.mkdirTree(dirname(`${folder}/${name}`));
      pyodide.FS.writeFile(`${folder}/${name}`, new Uint8Array(content));
    }
  }
  pyodide.FS.writeFile('/home/pyodide/pack.py', new Uint8Array(packer));
  return pyodide.pyimport('pack').pack(SOURCES, INSTEAD, ENTRY, told.suffixes, told.absent).toJs();
}

/* Packing takes half a minute; what was packed of the same sources is taken again. */
async function kept(folder, inputs, make) {
  const hash = createHash('sha256');
  for (const each of inputs) hash.update(createHash('sha256').update(each).digest());
  const file = join(folder, `${hash.digest('hex')}.zip`);
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, made);
  renameSync(`${file}.new`, file);
  return made;
}

function* filesBelow(folder, name, suffixes) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name === '__pycache__') continue;
    if (entry.isDirectory()) yield* filesBelow(path, `${name}/${entry.name}`, suffixes);
    else if (suffixes.includes(extname(entry.name))) yield [`${name}/${entry.name}`, readFileSync(path)];
  }
}
