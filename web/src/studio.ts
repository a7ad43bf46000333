/** The studio: one session, the desk at which it is worked, its language and its address. */

import { Desk, type Extras } from './desk.ts';
import type { Document } from './document.ts';
import type { Host, Language } from './host.ts';
import { address, readAddress, type Asked } from './page/address.ts';
import { listenToFields } from './form/acting.ts';
import { listen } from './page/keys.ts';
import { Session } from './session.ts';
import { Buffer } from './text/buffer.ts';
import { paneExtensions } from './text/pane.ts';
import { language, speak } from './words.ts';
import type { Extension } from '@codemirror/state';

export interface Options extends Omit<Extras, 'speak'> {
  /** Help while typing in a text. */
  assist?: (host: Host, document: () => Document) => Extension;
  /** Whether something of the page's own has taken the desk's place for now. */
  isAway?: () => boolean;
  /** Whether the page's address tells what is shown; by default it does. */
  isAddressed?: boolean;
  /** What a page does of its own when another language is spoken. */
  spoken?: (language: Language) => void;
}

export class Studio {
  readonly session: Session;
  readonly #options: Options;
  #desk: Desk;

  constructor(host: Host, options: Options = {}) {
    this.#options = options;
    const bufferOf = (document: () => Document) => new Buffer(paneExtensions(() => this.#desk.leaveText(), options.assist?.(host, document)));
    this.session = new Session(host, bufferOf(() => this.session.document), bufferOf(() => this.session.workspace));
    this.#desk = this.#begin();
    listenToFields();
    listen(() => (options.isAway?.() ? [] : this.#desk.keys));
    addEventListener('beforeunload', (event) => { if (this.session.isUnsaved) event.preventDefault(); });
  }

  /** Open what is asked for, or the first journey there is. */
  async start(asked: Asked = readAddress(location.hash)): Promise<void> {
    const { session } = this;
    await session.refresh();
    if (asked.panes) session.choose({ panes: asked.panes });
    const file = session.list.find((one) => one.file === asked.file) ?? session.list[0];
    if (file && (await session.open(file.file))) this.#show(asked, !asked.file || asked.file === file.file);
    session.host.events((event) => {
      if (event.kind === 'lost' || event.kind === 'back') session.setLost(event.kind === 'lost');
      else void session.meeting.outside(event.kind, event.file);
    });
  }

  /* its touchpoint and persona are no other journey's */
  #show(asked: Asked, isMeant: boolean): void {
    const { session } = this;
    const { view, theme, tab, aside } = asked;
    session.choose({
      ...(view ? { view } : {}), ...(theme ? { theme } : {}), ...(tab && session.workspace.isThere ? { tab } : {}), ...(aside ? { aside } : {}), persona: isMeant ? asked.persona : null,
    });
    if (isMeant && asked.t) session.select(asked.t);
    if (isMeant) session.lift(asked.lifts);
    if (asked.isWorkshop) this.#desk.openWorkshop();
  }

  /** Say everything in another language; the texts, what was chosen and what can be undone stay. */
  speak(wanted: Language): void {
    if (wanted === language()) return;
    const { session } = this;
    const { isWorkshop } = this.#desk;
    this.#desk.leave();
    session.unfollowed();
    speak(wanted);
    document.documentElement.lang = wanted;
    this.#options.spoken?.(wanted);
    this.#desk = this.#begin();
    session.tellAll();
    session.readAnew();
    session.workspace.readAnew();
    if (isWorkshop) this.#desk.openWorkshop();
    this.#desk.focusLanguage();
  }

  #begin(): Desk {
    return new Desk(this.session, { ...this.#options, speak: (wanted) => this.speak(wanted) }, () => this.#writeAddress());
  }

  #writeAddress(): void {
    if (this.#options.isAddressed === false || !this.#desk) return;
    history.replaceState(null, '', address(this.session, this.#desk.isWorkshop));
  }
}
