/* How the page is put together: its parts, and the policy that lets nothing in or out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What is large, by the name that the page's scripts have for it, in the order in which it is needed:
the worker reads its own script while the page reads what comes after. */
const partsOf = ({ worker, module, graphviz, python }) => Object.entries({ worker, module, graphviz, python }).map(([name, bytes]) => [name, zipped(bytes).toString('base64')]);

/** All of it in one file, which may lie anywhere. */
export function pageOf(web, content) {
  const { script } = content;
  const [first, ...others] = partsOf(content).map(([name, base64]) => `<script type="text/plain" id="part-${name}">${base64}</script>`);
  return filled(web, content, { texts: [script], parts: [...dataOf(content), first, `<script>${script}</script>`, ...others] });
}

/** The same for a static host, as files by their names: what is large has names that change with what
it holds, so that a browser may keep it. A worker by address would have the policy of its host, and a
request would be one, so that parts are scripts that hold a text; and no scripts but these may run,
since whatever a host is asked for could tell it something. */
export function folderOf(web, content) {
  const { script } = content;
  const parts = partsOf(content).map(([name, base64]) => {
    const text = `(self.cjmParts??={}).${name}="${base64}";\n`;
    return [`${name}-${digestOf(text, 'hex').slice(0, 16)}.js`, text];
  });
  const [first, ...others] = parts;
  const files = [first, ['studio.js', script], ...others];
  const sources = files.map(([name, text]) => `<script src="${name}" integrity="sha256-${digestOf(text)}" defer></script>`);
  return {
    'index.html': filled(web, content, { texts: files.map(([, text]) => text), parts: [...dataOf(content), ...sources] }),
    ...Object.fromEntries(files),
  };
}

const dataOf = (content) => [json('about', about(content)), json('examples', content.examples)];

/* The page with its parts; `texts` are the scripts that it may run. */
function filled(web, content, { texts, parts }) {
  const { version, icon, theme } = content;
  const style = `${content.site_style}\n${content.style}`;
  const values = {
    POLICY: policyOf({ scripts: [theme, ...texts].map(hashed), styles: hashed(style) }),
    VERSION: version,
    ICON: `data:image/svg+xml,${encodeURIComponent(icon)}`,
    HEAD: `<style>${style}</style>\n<script>${theme}</script>`,
    PARTS: parts.join('\n'),
  };
  const template = readFileSync(join(web, 'src', 'onefile', 'page.html'), 'utf8');
  return Buffer.from(template.replace(/__([A-Z]+)__/g, (_, name) => values[name]));
}

const policyOf = ({ scripts, styles }) => [
  "default-src 'none'",
  `script-src ${scripts.join(' ')} blob: 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${styles}`,
  'font-src data:',
  'img-src data: blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const digestOf = (text, encoding = 'base64') => createHash('sha256').update(text).digest(encoding);
const hashed = (text) => `'sha256-${digestOf(text)}'`;

const about = ({ version, sha256, notices }) => ({ version, sha256, notices });

/* an element's text ends at the first "</", whatever it is */
const json = (id, data) => `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const zipped = (bytes) => gzipSync(bytes, { level: 9 });
