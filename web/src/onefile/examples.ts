/** The example journeys, which the page carries as JSON. */

import type { Given } from './files.ts';

interface Examples {
  files: Readonly<Record<string, string>>;
}

export function examples(): Given[] {
  const { files } = JSON.parse(document.getElementById('examples')?.textContent ?? '{"files":{}}') as Examples;
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}
