/** Snippets: the stops of a host's text, `$1`, `${1:title}` and `$0`, as the editor's own. */

const STOP = /\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^\\}])*))?\}|\$(\d+)/g;

/** A template of the editor's. Every line of the host's text says its own indentation, while the editor
adds that of the first line: so it is taken off the others. */
export function templateOf(text: string, indent: string): string {
  let at = 0;
  let made = '';
  for (const found of text.matchAll(STOP)) {
    const [whole, escaped, numbered, told, bare] = found;
    made += literal(text.slice(at, found.index));
    at = found.index + whole.length;
    if (escaped !== undefined) made += literal(escaped);
    else made += `\${${numbered ?? bare ?? ''}${told ? `:${literal(told.replace(/\\(.)/g, '$1'))}` : ''}}`;
  }
  made += literal(text.slice(at));
  return made.split('\n').map((line, n) => (n && line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n');
}

/* the editor takes a backslash off before a brace, and nowhere else */
const literal = (text: string): string => text.replace(/[{}]/g, '\\$&');
