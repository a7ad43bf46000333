/* Builds the studio that is one file: build/cjm-studio.html, the same as a folder for static hosts, and
   the copy that the wheel takes along. The same sources give the same bytes. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundled, graphvizModule } from './bundling.mjs';
import { fromPython } from './from_python.mjs';
import { notices } from './notices.mjs';
import { folderOf, pageOf } from './page.mjs';
import { packedPython } from './packing.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(web, '..');
const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: join(root, '.venv', 'bin', 'python') },
    into: { type: 'string', default: join(root, 'build') },
    'no-copy': { type: 'boolean', default: false },
  },
});

const told = fromPython(options.python, root);
const [{ script, style, worker }, graphviz, python] = await Promise.all([bundled(web), graphvizModule(), packedPython(web, root, told)]);
const content = { ...told, script, style, worker, graphviz, python: python.archive, module: python.module, notices: notices(web, root, told) };
const sha256 = createHash('sha256');
for (const key of Object.keys(content).sort()) {
  const value = content[key];
  sha256.update(key).update(value instanceof Uint8Array ? value : JSON.stringify(value));
}
content.sha256 = sha256.digest('hex');

const page = pageOf(web, content);
mkdirSync(options.into, { recursive: true });
const file = join(options.into, 'cjm-studio.html');
writeFileSync(file, page);
const folder = join(options.into, 'cjm-studio');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, bytes] of Object.entries(folderOf(web, content))) writeFileSync(join(folder, name), bytes);
if (!options['no-copy']) copyFileSync(file, join(root, 'cjm', 'pyodide', 'cjm-studio.html'));
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);
console.log(`${file}: ${megabytes(page.length)} MB, compressed ${megabytes(gzipSync(page, { level: 9 }).length)} MB`);
