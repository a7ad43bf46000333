/* What cjm's own Python tells the build. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), 'from_python.py');

const LARGEST = 64 * 1024 * 1024;

export function fromPython(python, root) {
  const env = { ...process.env, PYTHONPATH: root };
  return JSON.parse(execFileSync(python, [script], { env, encoding: 'utf8', maxBuffer: LARGEST }));
}
