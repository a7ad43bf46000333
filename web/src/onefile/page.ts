/** The one page: its files, what comes to it and leaves it, and the first screen, around the studio. */

import { h } from '../dom.ts';
import { failed, type Answer, type Failed, type Host, type Language } from '../host.ts';
import { readAddress } from '../page/address.ts';
import { confirm } from '../page/dialog.ts';
import { newJourney } from '../page/new_journey.ts';
import type { Session } from '../session.ts';
import { Studio } from '../studio.ts';
import { assist } from '../text/assist.ts';
import { language } from '../words.ts';
import { DraftKeeper } from './draft_keeper.ts';
import { Drafts, type Draft } from './drafts.ts';
import { catchDrops } from './drop.ts';
import { Exporting, type AskPython } from './exporting.ts';
import { fileMenu } from './file_menu.ts';
import { nameOf, WORKSPACE, type Given, type PageFiles } from './files.ts';
import { showAbout, takeFurther } from './further.ts';
import { isJourney, read, type Converted } from './incoming.ts';
import { isLink, readLink, type Shared } from './link.ts';
import { pickFiles, pickFolder, type Candidate } from './opening.ts';
import { about, examples } from './page_data.ts';
import { canChoosePlace, choosePlace } from './pickers.ts';
import { askLink, share } from './sharing.ts';
import { list, showSheet, takes } from './sheets.ts';
import { startPage } from './start_page.ts';
import { tell } from './words.ts';

/** The studio's host, which can be asked for what only Python in the page answers. */
export interface PageHost extends Host {
  readonly ask: AskPython;
  readonly ready: Answer<unknown>;
}

/** What is shown of what is opened; by default the first journey as everybody lives it. */
interface Shown {
  path?: string;
  view?: 'graph' | 'map';
  persona?: string | null;
}

export class Page {
  readonly #host: PageHost;
  readonly #files: PageFiles;
  readonly #studio: Studio;
  readonly #drafts = new Drafts();
  readonly #keeper: DraftKeeper;
  #start: HTMLElement | null = null;
  #isReady = false;
  /** Whether what is open is somebody's own: then what comes joins it. */
  #isOwn = false;
  #begun: Promise<void> = Promise.resolve();

  constructor(host: PageHost, files: PageFiles) {
    this.#host = host;
    this.#files = files;
    this.#keeper = new DraftKeeper(this.#drafts, files, (message) => this.#told(message));
    this.#studio = new Studio(host, {
      assist, isAddressed: false, keepsTyped: true, isAway: () => this.#start !== null, home: () => this.#home(),
      tools: (session) => [this.#menu(session)],
      overlays: (session) => this.#overlays(session),
    });
    addEventListener('beforeunload', (event) => { if (files.unsaved.length) event.preventDefault(); });
    addEventListener('focus', () => void files.look());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#keeper.keep() : void files.look()));
    addEventListener('hashchange', () => void this.#openAddress());
    catchDrops((candidates) => void this.#take(candidates));
    void host.ready.then((answer) => {
      this.#isReady = true;
      if (failed(answer)) this.#refused([answer]);
    });
  }

  get #session(): Session {
    return this.#studio.session;
  }

  /** The first screen, or what the page's own address holds. */
  start(): void {
    this.#showStart();
    this.#begun = this.#studio.start(readAddress(''));
    void this.#openAddress();
  }

  // ---- the first screen ------------------------------------------------------------------------------

  #overlays(session: Session): readonly HTMLElement[] {
    this.#keeper.follow(session);
    const wasShown = this.#start !== null;
    if (wasShown) this.#start = this.#startPage();
    return this.#start ? [this.#start] : [];
  }

  #startPage(): HTMLElement {
    const { file } = this.#session ?? { file: null };
    return startPage({ examples: examples(), drafts: this.#drafts.list, open: file ? file.title || file.id : null, version: about().version ?? '' }, {
      open: () => void this.#open(pickFiles), openFolder: () => void this.#open(pickFolder),
      openLink: () => void askLink().then((link) => (link ? this.#openLink(link) : undefined)),
      create: (template) => void this.#create(template), first: () => void this.#openFirst(),
      example: (path) => void this.#openExample(path),
      resume: (draft) => void this.#resume(draft), forget: (draft) => { this.#drafts.forget(draft.id); this.#showStart(); },
      back: () => this.#hideStart(), about: () => void showAbout(about()),
      speak: (wanted) => this.#speak(wanted),
    });
  }

  #home(): void {
    this.#keeper.keep();
    this.#showStart();
  }

  #showStart(): void {
    const before = this.#start;
    this.#start = this.#startPage();
    if (before) before.replaceWith(this.#start);
    else document.querySelector('body > main')?.append(this.#start);
    this.#setAway(true);
    this.#start.focus();
  }

  #hideStart(): void {
    this.#start?.remove();
    this.#start = null;
    this.#setAway(false);
  }

  /* what lies behind the first screen is out of reach */
  #setAway(isAway: boolean): void {
    document.documentElement.classList.toggle('at-start', isAway);
    for (const node of document.querySelectorAll<HTMLElement>('.topbar, .studio-grid')) node.inert = isAway;
  }

  #speak(wanted: Language): void {
    this.#studio.speak(wanted);
    if (this.#start) this.#setAway(true);
  }

  // ---- what comes ------------------------------------------------------------------------------------

  async #open(pick: () => Promise<Candidate[]>): Promise<void> {
    const candidates = await pick();
    if (candidates.length) await this.#take(candidates);
  }

  /** Files that somebody opened or dropped; what is lost in another form is told before it is taken. */
  async #take(candidates: readonly Candidate[]): Promise<void> {
    const came = await this.#waiting(read(candidates, (name, content_base64) => this.#host.ask<Converted>('convert_in', { name, content_base64, language: language() })));
    if (came.refused.length) await this.#refused(came.refused);
    if (!came.given.length) return;
    const lost = came.lost.map((one) => (one.line ? tell('lineOf', one.file, one.line, one.message) : tell('ofFile', one.file, one.message)));
    if (lost.length && !(await takes(tell('lostTitle'), tell('lostText'), lost))) return;
    await this.#openSet(came.given, { isOwn: true });
  }

  async #openExample(path: string): Promise<void> {
    const { workspace, journeys } = examples();
    const found = journeys.find((one) => one.path === path);
    if (!found) return;
    const given = [found, { path: WORKSPACE, text: workspace }].map(({ path: at, text }) => ({ path: at, text, saved: text }));
    await this.#openSet(given, { isOwn: false });
  }

  async #openFirst(): Promise<void> {
    await this.#openSet([{ ...examples().first[language()], saved: null }], { isOwn: true, isAlone: true });
  }

  async #create(template: string): Promise<void> {
    if (!this.#isOwn && !(await this.#mayLeave())) return;
    await this.#waiting(this.#begun);
    /* it does not join what is nobody's own */
    if (!(await newJourney(this.#session, template, () => { if (!this.#isOwn) this.#replace([]); }))) return;
    this.#isOwn = true;
    this.#hideStart();
  }

  async #resume(draft: Draft): Promise<void> {
    await this.#openSet(draft.files, { isOwn: true, isAlone: true, draft }, { path: draft.path });
  }

  async #openAddress(): Promise<void> {
    if (!isLink(location.hash)) return;
    const { hash } = location;
    history.replaceState(null, '', '#'); /* another look at the page does not open it again */
    await this.#openLink(hash);
  }

  async #openLink(hash: string): Promise<void> {
    const shared = await readLink(hash);
    if (typeof shared === 'string') return this.#refused([{ error: { message: tell(shared) } }]);
    if (shared.language !== language()) this.#speak(shared.language);
    const given: Given[] = [{ path: shared.name, text: shared.text, saved: null }];
    if (shared.workspace !== undefined) given.push({ path: WORKSPACE, text: shared.workspace, saved: null });
    const { view, persona = null } = shared;
    if (await this.#openSet(given, { isOwn: true, isAlone: true }, { view, persona })) this.#told(tell('fromLink'));
  }

  /** Hold what came, and open the first journey of it. What is somebody's own joins what is, too. */
  async #openSet(given: readonly Given[], how: { isOwn: boolean; isAlone?: boolean; draft?: Draft }, shown: Shown = {}): Promise<boolean> {
    const joins = how.isOwn && !how.isAlone && this.#isOwn;
    const gone = joins ? this.#files.unsaved.filter((path) => given.some((one) => one.path === path)) : this.#files.unsaved;
    if (gone.length && !(await this.#mayLeave(gone))) return false;
    return this.#waiting((async () => {
      await this.#begun;
      if (joins) this.#files.add(given);
      else this.#replace(given);
      if (how.draft) this.#drafts.resume(how.draft);
      this.#isOwn = how.isOwn;
      await this.#session.refresh();
      const path = shown.path ?? given.find((one) => isJourney(one.path))?.path;
      if (path === undefined) {
        this.#session.readAnew();
        this.#told(tell('workspaceTaken'));
        return true;
      }
      if (!(await this.#session.open(path))) return false;
      const { persona } = shown; /* a link's may be nobody's here: then everybody is shown */
      const isLived = persona && Object.hasOwn(this.#session.journey?.views ?? {}, persona);
      this.#session.choose({ ...(shown.view ? { view: shown.view } : {}), ...(persona !== undefined ? { persona: isLived ? persona : null } : {}) });
      this.#hideStart();
      return true;
    })());
  }

  #replace(given: readonly Given[]): void {
    this.#keeper.leave();
    this.#files.replace(given);
    this.#session.forget();
  }

  /* what would be lost is said before it is */
  async #mayLeave(paths: readonly string[] = this.#files.unsaved): Promise<boolean> {
    if (!paths.length) return true;
    const text = tell(this.#keeper.isKept ? 'replaceDraft' : 'replaceText', paths.map(nameOf).join(', '));
    return confirm({ title: tell('replaceTitle'), text, yes: tell('replaceYes') });
  }

  /** Say that something is under way, which the first time takes until Python is awake. */
  async #waiting<T>(work: Promise<T>): Promise<T> {
    const said = h('p', { class: 'waiting', role: 'status' }, tell(this.#isReady ? 'opening' : 'starting'));
    const timer = setTimeout(() => this.#start?.append(said), this.#isReady ? 300 : 0);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      said.remove();
    }
  }

  // ---- what leaves -------------------------------------------------------------------------------------

  #menu(session: Session): HTMLElement {
    const exporting = new Exporting(session, (name, given) => this.#host.ask(name, given), (message) => this.#told(message), about().version ?? '');
    return fileMenu({
      start: () => this.#home(),
      open: () => void this.#open(pickFiles), openFolder: () => void this.#open(pickFolder), create: () => void this.#create('blank'),
      save: () => void session.save(), saveAs: () => void this.#saveAs(),
      svg: (theme) => void exporting.svg(theme), png: (theme) => void exporting.png(theme),
      csv: () => void exporting.form('csv'), mermaid: () => void exporting.form('mermaid'), print: () => void exporting.print(),
      share: () => void this.#share(),
      keepDrafts: (isWanted) => this.#keeper.agree(isWanted), forgetDrafts: () => this.#keeper.forget(),
      further: () => void takeFurther(session.file?.path ?? null), about: () => void showAbout(about()),
    }, () => this.#drafts.consent === 'yes');
  }

  async #saveAs(): Promise<void> {
    const session = this.#session;
    const { file } = session;
    if (!file) return;
    if (!canChoosePlace()) return void session.save();
    const name = nameOf(file.path);
    const handle = await choosePlace(name).catch(() => 'refused' as const);
    if (handle === 'refused') return this.#refused([{ error: { message: tell('notAllowed', name), file: name } }]);
    if (!handle) return;
    const { text } = session.buffer;
    const answer = await this.#files.saveAs(file.file, handle, text);
    if (failed(answer)) return this.#refused([answer]);
    await session.moved(answer.path, { text, version: answer.version, lies: 'file' });
  }

  async #share(): Promise<void> {
    const { file, buffer, view, persona, workspace } = this.#session;
    if (!file) return;
    const shared: Shared = { name: nameOf(file.path), text: buffer.text, view, language: language() };
    await share({ ...shared, ...(workspace.isThere ? { workspace: workspace.buffer.text } : {}), ...(persona ? { persona } : {}) });
  }

  // ---- what is told --------------------------------------------------------------------------------------

  #told(message: string): void {
    this.#session.notice({ kind: 'told', message });
  }

  #refused(refused: readonly Failed[]): Promise<void> {
    const sentences = refused.map(({ error }) => {
      const place = [error.file, error.line, error.column].filter((part) => part !== undefined).join(':');
      const isNamed = !error.file || error.message.includes(error.file);
      return [isNamed ? error.message : `${place}: ${error.message}`, error.help].filter(Boolean).join(' · ');
    });
    return showSheet({ title: tell('refusedTitle'), close: tell('understood'), body: list(sentences) });
  }
}
