/* How the page is put together: its parts, and the policy that lets nothing in or out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** All of it in one file, which may lie anywhere. */
export function pageOf(web, content) {
  const { theme, script } = content;
  const parts = [
    json('about', about(content)),
    json('examples', content.examples),
    packed('part-worker', content.worker),
    packed('part-module', content.module),
    packed('part-python', content.python),
    `<script>${script}</script>`,
  ];
  const style = `${content.site_style}\n${content.style}`;
  const policy = policyOf({ scripts: [theme, script].map(hashed), styles: [hashed(style)], connections: "'none'", images: 'data: blob:', fonts: 'data:' });
  return filled(web, content, { policy, head: `<style>${style}</style>\n<script>${theme}</script>`, parts: parts.join('\n') });
}

/** The same for a static host: what is large stands beside the page and is kept by browsers. */
export function folderOf(web, content) {
  return {};
}

function filled(web, { version, icon }, { policy, head, parts }) {
  const values = { POLICY: policy, VERSION: version, ICON: `data:image/svg+xml,${encodeURIComponent(icon)}`, HEAD: head, PARTS: parts };
  const template = readFileSync(join(web, 'src', 'onefile', 'page.html'), 'utf8');
  return Buffer.from(template.replace(/__([A-Z]+)__/g, (_, name) => values[name]));
}

const policyOf = ({ scripts, styles, connections, images, fonts }) => [
  "default-src 'none'",
  `script-src ${scripts.join(' ')} blob: 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${styles.join(' ')}`,
  `font-src ${fonts}`,
  `img-src ${images}`,
  `connect-src ${connections}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const hashed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const about = ({ version, sha256, notices }) => ({ version, sha256, notices });

/* an element's text ends at the first "</", whatever it is */
const json = (id, data) => `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const packed = (id, bytes) => `<script type="text/plain" id="${id}">${zipped(bytes).toString('base64')}</script>`;

export const zipped = (bytes) => gzipSync(bytes, { level: 9 });
