/** The studio as it starts: a host, a session, and the panes that follow it. */

import { HttpHost } from './http_host.ts';
import { Studio } from './studio.ts';
import { say, speak } from './words.ts';

const root = document.documentElement;
const language = root.lang === 'ru' ? 'ru' : 'en';
speak(language);
const token = document.querySelector<HTMLMetaElement>('meta[name="cjm-token"]')?.content ?? '';
const studio = new Studio(new HttpHost(token, language, say('lost')));
void studio.start();
