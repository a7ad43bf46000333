/** The one page as it starts: files in memory, Python in a worker, and the studio's panes. */

import { engineOf, fromPage } from '../pyodide/engine.ts';
import { WorkerHost } from '../pyodide/worker_host.ts';
import { Studio } from '../studio.ts';
import { speak } from '../words.ts';
import { examples } from './examples.ts';
import { PageFiles, WORKSPACE } from './files.ts';

const engine = engineOf(fromPage);
speak(navigator.language.startsWith('ru') ? 'ru' : 'en');
document.documentElement.lang = navigator.language.startsWith('ru') ? 'ru' : 'en';
const files = new PageFiles(async () => null);
const { workspace, journeys } = examples();
files.add([{ path: WORKSPACE, text: workspace }, ...journeys]);
void new Studio(new WorkerHost(files, engine)).start();
