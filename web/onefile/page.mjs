/* How the page is put together: its parts, and the policy that lets nothing in or out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What is large, by the name that the page's scripts have for it. */
const partsOf = ({ worker, module, python }) => Object.entries({ worker, module, python }).map(([name, bytes]) => [name, zipped(bytes).toString('base64')]);

/** All of it in one file, which may lie anywhere. */
export function pageOf(web, content) {
  const { theme, script } = content;
  const style = `${content.site_style}\n${content.style}`;
  const policy = policyOf({ scripts: [theme, script].map(hashed), styles: hashed(style) });
  const parts = [
    ...dataOf(content),
    ...partsOf(content).map(([name, base64]) => `<script type="text/plain" id="part-${name}">${base64}</script>`),
    `<script>${script}</script>`,
  ];
  return filled(web, content, { policy, head: `<style>${style}</style>\n<script>${theme}</script>`, parts: parts.join('\n') });
}

/** The same for a static host, as files by their names: what is large has names that change with what
it holds, so that a browser may keep it. A worker by address would have the policy of its host, and a
request would be one, so that parts are scripts that hold a text. */
export function folderOf(web, content) {
  const { theme, script } = content;
  const parts = partsOf(content).map(([name, base64]) => {
    const text = `(self.cjmParts??={}).${name}="${base64}";\n`;
    return [`${name}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`, text];
  });
  const sources = [...parts.map(([name]) => name), 'studio.js'].map((name) => `<script src="${name}" defer></script>`);
  const policy = policyOf({ scripts: ["'self'", hashed(theme)], styles: "'self'" });
  const head = `<link rel="stylesheet" href="studio.css">\n<script>${theme}</script>`;
  return {
    'index.html': filled(web, content, { policy, head, parts: [...dataOf(content), ...sources].join('\n') }),
    'studio.css': `${content.site_style}\n${content.style}`,
    'studio.js': script,
    ...Object.fromEntries(parts),
  };
}

const dataOf = (content) => [json('about', about(content)), json('examples', content.examples)];

function filled(web, { version, icon }, { policy, head, parts }) {
  const values = { POLICY: policy, VERSION: version, ICON: `data:image/svg+xml,${encodeURIComponent(icon)}`, HEAD: head, PARTS: parts };
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

const hashed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const about = ({ version, sha256, notices }) => ({ version, sha256, notices });

/* an element's text ends at the first "</", whatever it is */
const json = (id, data) => `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const zipped = (bytes) => gzipSync(bytes, { level: 9 });
