/** What somebody takes along: pictures, tables, a diagram, a print. */

import { failed, type Answer, type Failed, type Picture } from '../host.ts';
import type { Session } from '../session.ts';
import { language } from '../words.ts';
import { nameOf } from './files.ts';
import type { Lost } from './incoming.ts';
import { download } from './pickers.ts';
import { pngOf, type Theme } from './picture_file.ts';
import { printSheet } from './print_sheet.ts';
import { takes } from './sheets.ts';
import { tell } from './words.ts';

/** Python's functions that no host of a server has. */
export type AskPython = <T>(name: string, given: Readonly<Record<string, unknown>>) => Answer<T>;

const FORMS = { csv: 'text/csv', mermaid: 'text/plain' } as const;

export class Exporting {
  readonly #session: Session;
  readonly #ask: AskPython;
  readonly #refuse: (message: string) => void;
  readonly #version: string;

  /** `refuse` is told in a sentence what was not done. */
  constructor(session: Session, ask: AskPython, refuse: (message: string) => void, version: string) {
    this.#session = session;
    this.#ask = ask;
    this.#refuse = refuse;
    this.#version = version;
  }

  async svg(theme: Theme): Promise<void> {
    const picture = await this.#picture(theme);
    if (picture) download(`${this.#stem}${theme === 'light' ? '' : `.${theme}`}.svg`, new Blob([picture.svg], { type: 'image/svg+xml' }));
  }

  async png(theme: Theme): Promise<void> {
    const picture = await this.#picture(theme);
    const drawn = picture && (await pngOf(picture.svg));
    if (!drawn || this.#isRefused(drawn)) return;
    download(`${this.#stem}.png`, drawn.blob);
    if (drawn.scale < 2) this.#refuse(tell('smaller', new Intl.NumberFormat(language(), { style: 'percent' }).format(drawn.scale / 2)));
  }

  async print(): Promise<void> {
    const { journey, draft, persona } = this.#session;
    const picture = await this.#picture('light'); /* its colours are those of the table */
    if (picture && journey && draft) printSheet({ svg: picture.svg, journey, figures: draft.headline(persona), persona, version: this.#version });
  }

  /** Another form; what does not fit into it is told before it is taken. */
  async form(format: keyof typeof FORMS): Promise<void> {
    const { file, buffer } = this.#session;
    if (!this.#isReadable || !file) return;
    const made = await this.#ask<{ name: string; content: string; lost: readonly Lost[] }>('convert_out', { file: file.file, text: buffer.text, format, language: language() });
    if (this.#isRefused(made)) return;
    if (made.lost.length && !(await takes(tell('lostOutTitle', made.name), tell('lostText'), made.lost.map((one) => one.message)))) return;
    download(made.name, new Blob([made.content], { type: FORMS[format] }));
  }

  async #picture(theme: Theme): Promise<Picture | null> {
    const { file, buffer, view, persona } = this.#session;
    if (!this.#isReadable || !file) return null;
    const picture = await this.#ask<Picture>('picture', { file: file.file, text: buffer.text, view, theme, language: language(), ...(persona ? { persona } : {}) });
    return this.#isRefused(picture) ? null : picture;
  }

  get #isReadable(): boolean {
    if (this.#session.isBroken) this.#refuse(tell('notNow'));
    return !this.#session.isBroken;
  }

  get #stem(): string {
    return nameOf(this.#session.file?.path ?? 'journey').replace(/\.ya?ml$/i, '');
  }

  #isRefused<T>(answer: T | Failed): answer is Failed {
    if (!failed(answer)) return false;
    this.#refuse(answer.error.message);
    return true;
  }
}
