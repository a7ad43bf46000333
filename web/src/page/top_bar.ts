/** The top bar: which journey, its state, the panes, undo, the report, language, theme and keys. */

import { button, h, iconButton, s, segmented, sign, themeSign, type Attributes } from '../dom.ts';
import type { Language } from '../host.ts';
import { choosing } from '../form/choosing.ts';
import type { Panes, Session, Status } from '../session.ts';
import { language, say, type Word } from '../words.ts';
import { menu } from './menu.ts';
import { toggleTheme } from './theme.ts';

export interface BarActions {
  open(file: string): void;
  create(): void;
  keys(): void;
  workshop(): void;
  /** Leads to what a page begins with; without it the brand leads to the report. */
  home?(): void;
  /** Say everything in another language; without it nobody can ask for one. */
  speak?(language: Language): void;
}

const QUIET: ReadonlySet<Status> = new Set(['watching', 'copy', 'saved', 'downloaded']);
const OTHER: Record<Language, Language> = { en: 'ru', ru: 'en' };
/** A window that shows one pane at a time. */
const ONE_PANE = matchMedia('(max-width: 900px)');
/** Work that takes less than this is not told of. */
const SLOW_MS = 300;

export class TopBar {
  readonly node: HTMLElement;
  readonly #session: Session;
  #switcher = h('select', {});
  readonly #actions: BarActions;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;
  readonly #path = h('span', { class: 'code muted path' });
  readonly #live = h('span', { class: 'live', role: 'status' });
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #report = h('a', { class: 'btn report' }, say('report'));
  readonly #more: HTMLDetailsElement;
  readonly #state = h('p', { class: 'muted' });
  readonly #reportToo = h('a', { class: 'btn' }, say('report'));
  readonly #redoToo: HTMLButtonElement;
  readonly #panes = segmented<Panes>(say('panes'), [['map', say('map')], ['both', say('mapAndText')], ['text', say('text')]], (panes) => this.#session.choose({ panes }));

  readonly #language = h('button', { type: 'button', class: 'icon language wide', 'aria-label': `${OTHER[language()].toUpperCase()}: ${say('otherLanguage')}`, title: say('otherLanguage'), lang: OTHER[language()], click: () => this.#actions.speak?.(OTHER[language()]) }, OTHER[language()].toUpperCase());

  /** `tools` are those of the page itself. */
  constructor(session: Session, actions: BarActions, tools: readonly HTMLElement[] = []) {
    this.#session = session;
    this.#actions = actions;
    this.#undo = iconButton(say('undo'), sign('undo'), () => session.undo());
    this.#redo = iconButton(say('redo'), sign('redo'), () => session.redo(), { class: 'icon redo wide' });
    this.#redoToo = this.#act(say('redo'), () => session.redo());
    this.#more = this.#moreMenu();
    this.node = h('header', { class: 'topbar studio' }, h('div', { class: 'wrap' },
      brand(actions),
      h('div', { class: 'file' }, this.#switcher, iconButton(say('newJourney'), sign('add'), actions.create, { class: 'icon wide' }), this.#path),
      this.#live,
      h('div', { class: 'tools' }, this.#panes.node, this.#undo, this.#redo,
        button([sign('screen'), h('span', {}, say('workshop'))], actions.workshop, { class: 'btn shop wide', title: say('workshop') }), tools, this.#report, actions.speak ? this.#language : null,
        iconButton(say('theme'), themeSign(), toggleTheme, { class: 'icon wide' }), iconButton(say('keysAndHints'), '?', actions.keys, { class: 'icon wide' }), this.#more)));
    session.follow((topics) => {
      if (topics.has('list') || topics.has('file')) this.#list();
      if (topics.has('status') || topics.has('text') || topics.has('workspace') || topics.has('options') || topics.has('conflict') || topics.has('file')) this.#tell();
      if (topics.has('options') || topics.has('file')) this.#show();
      if (topics.has('busy')) this.#wait();
    });
    this.#list();
    this.#show();
    this.#tell();
    ONE_PANE.addEventListener('change', () => this.#show());
  }

  /* where there is room for one pane, the map is the one of both */
  #show(): void {
    const { panes } = this.#session;
    this.#panes.show(panes === 'both' && ONE_PANE.matches ? 'map' : panes);
  }

  focusLanguage(): void {
    (this.#language.offsetParent ? this.#language : this.#more.querySelector('summary'))?.focus();
  }

  /* what has no room beside it in a narrow window */
  #moreMenu(): HTMLDetailsElement {
    const { create, workshop, speak, keys } = this.#actions;
    const other = OTHER[language()];
    return menu({ class: 'menu more' }, h('summary', { class: 'icon', 'aria-label': say('further'), title: say('further') }, sign('dots')), h('div', { class: 'card' },
      this.#state, this.#redoToo, this.#act(`${say('newJourney')}…`, create), this.#act(say('workshop'), workshop), this.#reportToo,
      speak ? this.#act(say('otherLanguage'), () => speak(other), { lang: other }) : null, this.#act(say('theme'), toggleTheme), this.#act(say('keysAndHints'), keys)));
  }

  #act(label: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
    return button(label, () => { this.#more.open = false; this.#more.querySelector('summary')?.focus(); click(); }, { class: '', ...attributes });
  }

  #list(): void {
    const { list, file } = this.#session;
    /* a file that is gone, or cannot be read, stays chosen */
    const known = file && !list.some((one) => one.file === file.file) ? [file, ...list] : list;
    const hadFocus = document.activeElement === this.#switcher;
    const switcher = h('select', { class: 'switcher', 'aria-label': say('journey') }, known.map((one) => h('option', { value: one.file, selected: one.file === file?.file }, one.state === 'to-be' ? `${one.title || one.id} · to-be` : one.title || one.id)));
    choosing(switcher, file?.file ?? '', this.#actions.open);
    this.#switcher.replaceWith(switcher);
    this.#switcher = switcher;
    if (hadFocus) switcher.focus();
    this.#path.textContent = file?.path ?? '';
    this.#report.hidden = !file?.page;
    this.#reportToo.hidden = !file?.page;
    if (file?.page) this.#report.href = this.#reportToo.href = file.page;
    this.#tellMore();
    document.title = file ? `${file.title || file.id} · ${say('studio')}` : say('studio');
  }

  #tellMore(): void {
    this.#state.textContent = [this.#session.file?.path, this.#live.dataset['text']].filter(Boolean).join(' · ');
  }

  /* only what takes long is told of */
  #wait(): void {
    clearTimeout(this.#slow);
    this.#isSlow = false;
    if (!this.#session.isIdle) this.#slow = setTimeout(() => { this.#isSlow = true; this.#tell(); }, SLOW_MS);
    this.#tell();
  }

  #tell(): void {
    const { status, clash, picture } = this.#session;
    const word: Word = status === 'broken' && !picture ? 'brokenFromTheStart' : status;
    const count = clash && 'fields' in clash ? clash.fields.length : 0;
    const text = this.#isSlow ? say('counting') : status === 'conflict' && count !== 1 ? (count ? say('conflicts', count) : say('conflictWhole')) : say(word);
    if (this.#live.dataset['text'] !== text) {
      this.#live.dataset['text'] = text;
      this.#live.replaceChildren(h('i', { class: 'dot', 'aria-hidden': 'true' }), h('span', {}, text));
    }
    this.#live.classList.toggle('bad', !QUIET.has(status));
    this.#undo.disabled = !this.#session.shown.buffer.canUndo;
    this.#redo.disabled = this.#redoToo.disabled = !this.#session.shown.buffer.canRedo;
    this.#tellMore();
  }
}

function brand({ home }: BarActions): HTMLElement {
  if (!home) return h('a', { class: 'brand', href: `${language()}/index.html`, 'aria-label': say('report') }, logo());
  return h('button', { type: 'button', class: 'brand', 'aria-label': say('home'), title: say('home'), click: home }, logo());
}

function logo(): SVGElement {
  return s('svg', { viewBox: '0 0 30 14', 'aria-hidden': 'true' },
    s('line', { x1: 7, x2: 23, y1: 7, y2: 7, stroke: 'var(--d)', 'stroke-width': 4 }),
    s('circle', { cx: 23, cy: 7, r: 5.4, fill: 'var(--page)', stroke: 'currentColor', 'stroke-width': 2 }),
    s('circle', { cx: 6, cy: 7, r: 5.4, fill: 'var(--d)' }));
}
