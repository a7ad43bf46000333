/** The studio: its panes around one session, its keys, and its address. */

import { Banners } from './cards/banner.ts';
import { Cards } from './cards/cards.ts';
import { button, h, sign } from './dom.ts';
import { Structure } from './edits/structure.ts';
import { Form } from './form/form.ts';
import type { Host } from './host.ts';
import { MapPane } from './map/map_pane.ts';
import { beside } from './map/walking.ts';
import { address, readAddress } from './page/address.ts';
import { confirm } from './page/dialog.ts';
import { listen, showKeys, type Key } from './page/keys.ts';
import { newJourney } from './page/new_journey.ts';
import { TopBar } from './page/top_bar.ts';
import { Session } from './session.ts';
import { Buffer } from './text/buffer.ts';
import { TextPane, paneExtensions } from './text/pane.ts';
import { say } from './words.ts';
import { Workshop } from './workshop/workshop.ts';

export class Studio {
  readonly #session: Session;
  readonly #structure: Structure;
  readonly #map: MapPane;
  readonly #pane: TextPane;
  readonly #form: Form;
  readonly #workshop: Workshop;
  #finding = -1;

  constructor(host: Host) {
    const buffer = new Buffer(paneExtensions(() => this.#leaveText()));
    const session = new Session(host, buffer);
    this.#session = session;
    this.#structure = new Structure(session);
    this.#pane = new TextPane(session);
    this.#form = new Form(session, this.#structure, () => void session.save());
    this.#map = new MapPane(session, {
      open: (id) => this.#open(id), connect: (from, to) => void this.#structure.connect(from, to),
    }, [this.#addMenu()]);
    this.#workshop = new Workshop(session, this.#structure, () => this.#leftWorkshop());
    const cards = new Cards(session, this.#pane);
    const bar = new TopBar(session, {
      open: (file) => void this.#change(() => session.open(file)), create: () => void this.#change(() => newJourney(session)),
      keys: showKeys, workshop: () => this.#openWorkshop(),
    });
    this.#map.node.append(cards.node);
    const grid = h('div', { class: 'studio-grid', 'data-panes': session.panes }, this.#pane.node, this.#map.node, this.#form.node);
    const main = h('main', { 'aria-busy': 'true' });
    document.body.append(bar.node, new Banners(session).node, main);
    main.append(h('h1', { class: 'vh' }, say('studio')), grid, this.#workshop.node);
    session.follow((topics) => {
      if (topics.has('busy') || topics.has('text')) main.setAttribute('aria-busy', String(!session.isIdle));
      if (topics.has('options') || topics.has('file')) grid.dataset['panes'] = session.panes;
      if (topics.has('options') || topics.has('file') || topics.has('selection')) this.#writeAddress();
    });
    listen(() => (this.#workshop.isOpen ? [...this.#anywhere, ...this.#workshop.keys] : [...this.#anywhere, ...this.#keys]));
    addEventListener('beforeunload', (event) => { if (session.isChanged) event.preventDefault(); });
  }

  async start(): Promise<void> {
    const session = this.#session;
    await session.refresh();
    const asked = readAddress(location.hash);
    if (asked.panes) session.choose({ panes: asked.panes });
    const file = session.list.find((one) => one.file === asked.file) ?? session.list[0];
    if (file && (await session.open(file.file))) {
      const isMeant = !asked.file || asked.file === file.file; /* its touchpoint and persona are no other journey's */
      if (asked.view || asked.persona) session.choose({ ...(asked.view ? { view: asked.view } : {}), persona: isMeant ? asked.persona : null });
      if (asked.t && isMeant) session.select(asked.t);
      if (asked.isWorkshop) this.#openWorkshop();
    }
    session.host.events((event) => {
      if (event.kind === 'lost' || event.kind === 'back') session.setLost(event.kind === 'lost');
      else void session.meeting.outside(event.kind, event.file);
    });
  }

  /* another journey: what is not written would be lost */
  async #change(go: () => Promise<boolean>): Promise<void> {
    leaveField();
    await this.#session.written();
    const { file, isChanged } = this.#session;
    if (isChanged && !(await confirm({ title: say('leaveTitle'), text: say('leaveText', file?.title ?? ''), yes: say('leaveYes') }))) return;
    await go();
  }

  #writeAddress(): void {
    history.replaceState(null, '', address({ ...pick(this.#session), isWorkshop: this.#workshop.isOpen }));
  }

  #openWorkshop(): void {
    this.#workshop.open();
    this.#writeAddress();
  }
  #leftWorkshop(): void {
    this.#writeAddress();
    const { selected } = this.#session;
    if (selected) this.#map.focus(selected);
  }

  #open(id: string): void {
    this.#session.select(this.#session.selected === id ? null : id);
    if (this.#session.selected) this.#form.node.focus({ preventScroll: true }); /* its fields are one Tab away, and keys still work */
  }

  #leaveText(): void {
    const { selected, journey, panes } = this.#session;
    const id = selected ?? journey?.touchpoints[0]?.id;
    if (id && panes !== 'text') this.#map.focus(id);
  }

  #addMenu(): HTMLElement {
    const act = (label: string, click: () => void) => button(label, () => { menu.open = false; click(); }, { class: '' });
    const menu = h('details', { class: 'menu add' }, h('summary', { class: 'btn small' }, sign('add'), say('add')), h('div', { class: 'card' },
      act(say('addTouchpoint'), () => void this.#structure.newTouchpoint(this.#session.selected)), act(say('addStage'), () => void this.#structure.newStage()),
      act(say('addChannel'), () => void this.#structure.newChannel()), act(say('addPersona'), () => void this.#structure.newPersona())));
    menu.addEventListener('focusout', (event) => { if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false; });
    return menu;
  }

  #step(by: 1 | -1): void {
    const { journey, selected } = this.#session;
    if (journey) this.#session.select(beside(journey, selected, by));
  }

  #nextFinding(): void {
    const { findings } = this.#session;
    if (!findings.length) return;
    this.#finding = (this.#finding + 1) % findings.length;
    const finding = findings[this.#finding];
    if (!finding) return;
    if (finding.touchpoint) this.#session.select(finding.touchpoint);
    this.#pane.showFinding(finding, false);
  }

  #nextPersona(): void {
    const { journey, persona } = this.#session;
    const ids = [null, ...(journey?.personas.map((one) => one.id) ?? [])];
    this.#session.choose({ persona: ids[(ids.indexOf(persona) + 1) % ids.length] ?? null });
  }

  /* what somebody types in a field is meant to be saved, too */
  #save(): void {
    leaveField()?.focus();
    void this.#session.save();
  }

  #escape(): void {
    const { selected } = this.#session;
    if (!selected) return;
    this.#session.select(null);
    this.#map.focus(selected);
  }

  readonly #anywhere: readonly Key[] = [
    { codes: ['KeyS'], ctrl: true, anywhere: true, act: () => this.#save() },
    { codes: ['KeyZ'], ctrl: true, shift: false, act: () => this.#session.undo() },
    { codes: ['KeyZ'], ctrl: true, shift: true, act: () => this.#session.redo() },
    { codes: ['KeyY'], ctrl: true, act: () => this.#session.redo() },
    { codes: ['Slash'], shift: true, act: showKeys },
  ];
  readonly #keys: readonly Key[] = [
    { codes: ['KeyW'], act: () => this.#openWorkshop() },
    { codes: ['Digit1'], shift: false, act: () => this.#session.choose({ panes: 'map' }) },
    { codes: ['Digit2'], shift: false, act: () => this.#session.choose({ panes: 'both' }) },
    { codes: ['Digit3'], shift: false, act: () => this.#session.choose({ panes: 'text' }) },
    { codes: ['KeyG'], act: () => this.#session.choose({ view: this.#session.view === 'graph' ? 'map' : 'graph' }) },
    { codes: ['KeyP'], act: () => this.#nextPersona() },
    { codes: ['Equal', 'NumpadAdd'], act: () => this.#map.canvas.zoom(1.3) },
    { codes: ['Minus', 'NumpadSubtract'], act: () => this.#map.canvas.zoom(1 / 1.3) },
    { codes: ['Digit0', 'Numpad0'], act: () => this.#map.canvas.fit() },
    { codes: ['KeyJ'], act: () => this.#step(1) },
    { codes: ['KeyK'], act: () => this.#step(-1) },
    { codes: ['KeyA'], act: () => void this.#structure.newTouchpoint(this.#session.selected) },
    { codes: ['KeyC'], act: () => this.#form.focus('connect') },
    { codes: ['Delete', 'Backspace'], act: () => { if (this.#session.selected) void this.#structure.removeTouchpoint(this.#session.selected); } },
    { codes: ['KeyF'], act: () => this.#nextFinding() },
    { codes: ['KeyN'], act: () => void this.#change(() => newJourney(this.#session)) },
    { codes: ['Escape'], act: () => this.#escape() },
  ];
}

/* what is typed in a field is told when it is left */
function leaveField(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)) return null;
  active.blur();
  return active;
}

const pick = ({ file, selected, view, persona, panes }: Session) => ({ file, selected, view, persona, panes });
