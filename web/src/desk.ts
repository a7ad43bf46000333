/** The desk: the panes around one session, and what its keys and clicks do. Another language is another
desk at the same session. */

import { Banners } from './cards/banner.ts';
import { Cards } from './cards/cards.ts';
import { button, h, sign } from './dom.ts';
import { Structure } from './edits/structure.ts';
import { actedOn } from './form/acting.ts';
import { Form } from './form/form.ts';
import { AsideButtons } from './aside/buttons.ts';
import { FiguresPane } from './aside/figures.ts';
import { Panel } from './aside/panel.ts';
import { WhatIfPane } from './aside/what_if.ts';
import type { Finding } from './assessment.ts';
import { FindingsList } from './findings/list.ts';
import type { Topic } from './followed.ts';
import type { Language } from './host.ts';
import { MapPane } from './map/map_pane.ts';
import { beside } from './map/walking.ts';
import { confirm } from './page/dialog.ts';
import { showKeys, type Key } from './page/keys.ts';
import { menu } from './page/menu.ts';
import { newJourney } from './page/new_journey.ts';
import { TopBar } from './page/top_bar.ts';
import type { Aside, Session } from './session.ts';
import { TextPane } from './text/pane.ts';
import { say } from './words.ts';
import { Workshop } from './workshop/workshop.ts';

/** A window of this width or less shows one pane at a time. */
const NARROW = 900;

/** What a page adds to the studio's own; made anew with each desk. */
export interface Extras {
  /** Tools of the top bar: a menu of files, a link. */
  tools?: (session: Session) => readonly HTMLElement[];
  /** What lies over all panes. */
  overlays?: (session: Session) => readonly HTMLElement[];
  /** Leads to what the page begins with. */
  home?: () => void;
  /** Whether the host keeps what is typed in a journey while another one is open. */
  keepsTyped?: boolean;
  /** Changes the language; without it there is no button for it. */
  speak?: (language: Language) => void;
}

export class Desk {
  readonly #session: Session;
  readonly #structure: Structure;
  readonly #map: MapPane;
  readonly #pane: TextPane;
  readonly #form: Form;
  readonly #workshop: Workshop;
  readonly #bar: TopBar;
  readonly #nodes: readonly HTMLElement[];
  readonly #moved: () => void;
  readonly #keepsTyped: boolean;
  #finding = -1;

  /** `moved` is called when the page's address would be another one. */
  constructor(session: Session, extras: Extras, moved: () => void) {
    this.#session = session;
    this.#moved = moved;
    this.#keepsTyped = extras.keepsTyped ?? false;
    this.#structure = new Structure(session);
    const show = (finding: Finding) => this.#showFinding(finding);
    this.#pane = new TextPane(session, new FindingsList(session, show).node);
    this.#form = new Form(session, this.#structure, () => void session.save());
    this.#map = new MapPane(session, {
      open: (id) => this.#open(id), connect: (from, to) => void this.#structure.connect(from, to),
    }, [new AsideButtons(session).node, this.#addMenu()]);
    this.#workshop = new Workshop(session, this.#structure, () => this.#leftWorkshop());
    session.acting = actedOn;
    const cards = new Cards(session, this.#structure, this.#pane);
    this.#bar = new TopBar(session, {
      open: (file) => void this.change(() => session.open(file)), create: () => void this.change(() => newJourney(session)),
      keys: () => this.#showKeys(), workshop: () => this.openWorkshop(), ...(extras.speak ? { speak: extras.speak } : {}), ...(extras.home ? { home: extras.home } : {}),
    }, extras.tools?.(session) ?? []);
    this.#map.node.append(cards.node);
    const asides = [new FiguresPane(session).node, new WhatIfPane(session).node, new Panel(session, 'findings', 'findings', new FindingsList(session, show).node).node];
    const grid = h('div', { class: 'studio-grid', 'data-panes': session.panes }, this.#pane.node, this.#map.node, this.#form.node, asides);
    const main = h('main', { 'aria-busy': 'true' }, h('h1', { class: 'vh' }, say('studio')), grid, this.#workshop.node, extras.overlays?.(session));
    this.#nodes = [this.#bar.node, new Banners(session).node, main];
    document.body.append(...this.#nodes);
    session.follow((topics) => {
      if (topics.has('busy') || topics.has('text') || topics.has('workspace')) main.setAttribute('aria-busy', String(!session.isIdle));
      if (topics.has('options') || topics.has('file')) grid.dataset['panes'] = session.panes;
      if (['options', 'file', 'selection', 'lifts'].some((one) => topics.has(one as Topic))) moved();
      if (topics.has('options') || topics.has('file') || topics.has('selection') || topics.has('assessment')) {
        document.documentElement.classList.toggle('with-form', session.aside === 'form' ? this.#form.isShown : true);
      }
    });
  }

  /** Leave it to another one. */
  leave(): void {
    this.#pane.leave();
    for (const node of this.#nodes) node.remove();
    document.documentElement.classList.remove('in-workshop', 'with-form');
  }

  /** Back to what the language was chosen with. */
  focusLanguage(): void {
    this.#bar.focusLanguage();
  }
  get isWorkshop(): boolean {
    return this.#workshop.isOpen;
  }
  get keys(): readonly Key[] {
    return this.#workshop.isOpen ? [...this.#anywhere, ...this.#workshop.keys] : [...this.#anywhere, ...this.#keys];
  }

  /** Go to another journey: what is not written would be lost. */
  async change(go: () => Promise<boolean>): Promise<void> {
    leaveField();
    await this.#session.written();
    const { file, isUnsaved } = this.#session;
    if (isUnsaved && !this.#keepsTyped && !(await confirm({ title: say('leaveTitle'), text: say('leaveText', file?.title || file?.id || ''), yes: say('leaveYes') }))) return;
    await go();
  }

  openWorkshop(): void {
    this.#workshop.open();
    this.#moved();
  }
  #leftWorkshop(): void {
    this.#moved();
    const { selected } = this.#session;
    if (selected) this.#map.focus(selected);
  }

  #open(id: string): void {
    if (this.#session.aside === 'figures' || this.#session.aside === 'findings') this.#session.choose({ aside: 'form' });
    this.#session.select(this.#session.selected === id ? null : id);
    if (this.#session.aside !== 'form') return;
    if (this.#session.selected) this.#form.node.focus({ preventScroll: true }); /* its fields are one Tab away, and keys still work */
  }

  /** Out of the text, to the map. */
  leaveText(): void {
    const { selected, journey, panes } = this.#session;
    const id = selected ?? journey?.touchpoints[0]?.id;
    if (id && panes !== 'text') this.#map.focus(id);
  }

  #addMenu(): HTMLElement {
    const act = (label: string, click: () => void) => button(label, () => { node.open = false; click(); }, { class: '' });
    const node = menu({ class: 'menu add' }, h('summary', { class: 'btn small', 'aria-label': say('add') }, sign('add'), h('span', {}, say('add'))), h('div', { class: 'card' },
      act(say('addTouchpoint'), () => void this.#structure.newTouchpoint(this.#session.selected)), act(say('addStage'), () => void this.#structure.newStage()),
      act(say('addChannel'), () => void this.#structure.newChannel()), act(say('addPersona'), () => void this.#structure.newPersona())));
    return node;
  }

  #showKeys(): void {
    showKeys(this.#session.host.complete ? [[['Ctrl Space', 'Tab'], 'keyComplete']] : []);
  }

  #step(by: 1 | -1): void {
    const { journey, selected } = this.#session;
    if (journey) this.#session.select(beside(journey, selected, by));
  }

  #nextFinding(): void {
    const { allFindings: findings } = this.#session;
    if (!findings.length) return;
    this.#finding = (this.#finding + 1) % findings.length;
    const finding = findings[this.#finding];
    if (finding) this.#showFinding(finding, false);
  }

  /* its line and its card; where no text stands beside the map only one of them */
  #showFinding(finding: Finding, focus = true): void {
    if (finding.touchpoint) this.#session.select(finding.touchpoint);
    const { panes } = this.#session;
    const isNarrow = innerWidth <= NARROW;
    if (panes === 'map' || (panes === 'both' && isNarrow)) {
      if (focus && finding.touchpoint) this.#map.focus(finding.touchpoint);
      if (!focus || finding.touchpoint) return;
      this.#session.choose({ panes: isNarrow ? 'text' : 'both' });
    }
    this.#pane.showFinding(finding, focus);
  }

  #toggle(aside: Aside): void {
    this.#session.choose({ aside: this.#session.aside === aside ? 'form' : aside });
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
    const { selected, aside } = this.#session;
    if (aside !== 'form') {
      this.#session.choose({ aside: 'form' });
      return;
    }
    if (!selected) return;
    this.#session.select(null);
    this.#map.focus(selected);
  }

  readonly #anywhere: readonly Key[] = [
    { codes: ['KeyS'], ctrl: true, anywhere: true, act: () => this.#save() },
    { codes: ['KeyZ'], ctrl: true, shift: false, act: () => this.#session.undo() },
    { codes: ['KeyZ'], ctrl: true, shift: true, act: () => this.#session.redo() },
    { codes: ['KeyY'], ctrl: true, act: () => this.#session.redo() },
    { codes: ['Slash'], shift: true, act: () => this.#showKeys() },
  ];
  readonly #keys: readonly Key[] = [
    { codes: ['KeyW'], act: () => this.openWorkshop() },
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
    { codes: ['KeyI'], act: () => this.#toggle('figures') },
    { codes: ['KeyE'], act: () => this.#toggle('whatif') },
    { codes: ['KeyL'], act: () => this.#toggle('findings') },
    { codes: ['KeyF'], act: () => this.#nextFinding() },
    { codes: ['KeyN'], act: () => void this.change(() => newJourney(this.#session)) },
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
