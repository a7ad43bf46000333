/** The one page as it starts: files in memory, Python in a worker, and the studio's panes. */

import { engineOf, fromPage } from '../pyodide/engine.ts';
import { WorkerHost } from '../pyodide/worker_host.ts';
import { speak } from '../words.ts';
import { PageFiles } from './files.ts';
import { Page } from './page.ts';
import { place } from './pickers.ts';

const engine = engineOf(fromPage);
const language = navigator.language.startsWith('ru') ? 'ru' : 'en';
speak(language);
document.documentElement.lang = language;
const files = new PageFiles(place);
const host = new WorkerHost(files, engine);
/* the worker begins to load before the page is busy with itself */
void engine.isUnpacked.then(() => new Page(host, files).start());
