/** Keeps what is typed: in the page's files, and, where somebody agreed, as a draft in the browser. */

import { button, h } from '../dom.ts';
import type { Session } from '../session.ts';
import type { Drafts } from './drafts.ts';
import { WORKSPACE, type Given, type PageFiles } from './files.ts';
import { tell } from './words.ts';

/** How long typing rests before a draft is written. */
const REST_MS = 700;

export class DraftKeeper {
  readonly #drafts: Drafts;
  readonly #files: PageFiles;
  readonly #told: (message: string) => void;
  #session: Session | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question: HTMLElement | null = null;
  #hasFailed = false;
  /** What was there when all drafts were forgotten: it is no draft until somebody types on. */
  #forgotten: string | null = null;

  constructor(drafts: Drafts, files: PageFiles, told: (message: string) => void) {
    this.#drafts = drafts;
    this.#files = files;
    this.#told = told;
  }

  /** Follow a session; again when others no longer do. */
  follow(session: Session): void {
    this.#session = session;
    this.#question?.remove();
    this.#question = null;
    session.follow((topics) => {
      if (topics.has('text') || topics.has('workspace') || topics.has('status')) this.#typed(session);
    });
  }

  /** Whether what is not saved outlives the page. */
  get isKept(): boolean {
    return this.#drafts.consent === 'yes' && !this.#hasFailed;
  }

  agree(isWanted: boolean): void {
    this.#question?.remove();
    this.#question = null;
    this.#hasFailed = !this.#drafts.agree(isWanted ? 'yes' : 'no');
    this.#told(tell(this.#hasFailed ? 'noStorage' : isWanted ? 'draftsKept' : 'draftsOff'));
    this.#forgotten = null;
    this.keep();
  }

  /** Forget all drafts, and what is still to be one. */
  forget(): void {
    this.#drafts.forget();
    this.#forgotten = JSON.stringify(this.#typedFiles());
    this.#told(tell('draftsForgotten'));
  }

  /** Write the draft now. */
  keep(): void {
    clearTimeout(this.#timer);
    const { file } = this.#session ?? { file: null };
    if (this.#drafts.consent !== 'yes' || this.#hasFailed || !file) return;
    const files = this.#typedFiles();
    if (JSON.stringify(files) === this.#forgotten) return;
    const isSaved = !this.#files.unsaved.length && files.every(({ path }) => this.#files.typed(path) !== null);
    if (isSaved) return this.#drafts.drop();
    if (this.#drafts.keep({ title: file.title || file.id, path: file.file, files })) return;
    this.#hasFailed = true;
    this.#told(tell('noStorage'));
  }

  /** What is open is left: its draft stays for whoever comes back. */
  leave(): void {
    this.keep();
    this.#drafts.begin();
  }

  /* the workspace's file is not among the page's as long as it is only typed */
  #typedFiles(): Given[] {
    const text = this.#session?.workspace.buffer.text;
    const isNew = text && this.#files.typed(WORKSPACE) === null;
    return [...this.#files.given(), ...(isNew ? [{ path: WORKSPACE, text, saved: null }] : [])];
  }

  #typed(session: Session): void {
    const { file, buffer, workspace } = session;
    if (file) this.#files.type(file.file, buffer.text);
    if (workspace.isThere) this.#files.type(WORKSPACE, workspace.buffer.text);
    if (file && session.isUnsaved && buffer.canUndo && this.#drafts.consent === null) this.#ask();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), REST_MS);
  }

  /* once, beside the work and not in its way */
  #ask(): void {
    if (this.#question) return;
    this.#question = h('section', { class: 'card draft-question', 'aria-label': tell('draftTitle') },
      h('p', {}, h('strong', {}, tell('draftTitle')), ' ', tell('draftText')),
      h('div', { class: 'acts' }, button(tell('draftYes'), () => this.agree(true), { class: 'btn main' }), button(tell('draftNo'), () => this.agree(false))));
    document.querySelector('body > main')?.append(this.#question);
  }
}
