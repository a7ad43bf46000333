/** The map pane: figures above, the live map, how it is shown, and connecting by dragging. */

import { titleOf } from '../assessment.ts';
import { lacksTouchpoints } from '../begun.ts';
import { h, s } from '../dom.ts';
import { digitsOf, gapText, numbers } from '../figures/numbers.ts';
import { scoresWith } from '../figures/what_if.ts';
import type { MapView, Session } from '../session.ts';
import { say } from '../words.ts';
import { Canvas } from './canvas.ts';
import { showConnectHandle } from './connecting.ts';
import { Headline } from './headline.ts';
import { NotWorkedOut } from './not_worked_out.ts';
import { Shown } from './shown.ts';
import { isStep, neighbour } from './walking.ts';

/** What lies over the map at its right where it is wide: the form and its margins. */
const FORM_WIDTH = 416;

export interface MapActions {
  open(id: string): void;
  connect(from: string, to: string): void;
}

export class MapPane {
  readonly node: HTMLElement;
  readonly canvas = new Canvas();
  readonly #session: Session;
  readonly #actions: MapActions;
  readonly #none = h('p', { class: 'nothing muted', hidden: true }, say('noMap'));
  #shownFile: string | null = null;
  #shownView: MapView | null = null;

  constructor(session: Session, actions: MapActions, extra: readonly HTMLElement[]) {
    this.#session = session;
    this.#actions = actions;
    const headline = new Headline(session);
    this.node = h('section', { class: 'live-map', 'aria-label': say('journey') },
      headline.said, h('div', { class: 'bar' }, headline.node, new NotWorkedOut(session).node, extra), this.canvas.node, this.#none, h('div', { class: 'under' }, this.canvas.zoomNode, new Shown(session).node));
    this.canvas.node.addEventListener('click', (event) => this.#click(event));
    this.canvas.node.addEventListener('keydown', (event) => this.#key(event));
    session.follow((topics) => {
      if (topics.has('picture') || topics.has('file')) this.#show();
      if (topics.has('assessment')) this.#name();
      if (topics.has('selection')) this.#choose();
      if (topics.has('draft') || topics.has('lifts')) this.#ghosts();
      if (topics.has('status')) {
        this.node.classList.toggle('is-broken', session.isBroken);
      }
      if (topics.has('status') || topics.has('list')) this.#tellNothing();
    });
  }

  /* why there is no map */
  #tellNothing(): void {
    const { list, picture, isBroken, file } = this.#session;
    const isEmpty = !file && !list.length;
    this.#none.textContent = isEmpty ? say('noJourneys') : say('noMap');
    /* of a journey that is being begun a card tells what to do */
    this.#none.hidden = picture !== null || lacksTouchpoints(this.#session) || !(isEmpty || isBroken);
  }

  /** Give the focus to a card. */
  focus(id: string): void {
    this.#rove(id);
    this.canvas.card(id)?.focus({ preventScroll: true });
  }

  #show(): void {
    const { picture, file, view, selected } = this.#session;
    const fresh = this.#shownFile !== (file?.file ?? null) || this.#shownView !== view;
    this.canvas.show(picture?.svg ?? null, fresh);
    this.canvas.zoomNode.hidden = picture === null;
    const { svg } = this.canvas;
    if (!svg) return;
    this.#shownFile = file?.file ?? null;
    this.#shownView = view;
    svg.setAttribute('role', 'group'); /* what is in it can be reached */
    this.#name();
    for (const card of svg.querySelectorAll('.touchpoint')) card.setAttribute('role', 'button');
    this.#rove(selected ?? svg.querySelector<SVGElement>('.touchpoint')?.dataset['touchpoint'] ?? '');
    this.#choose(!fresh);
    this.#ghosts();
  }

  #name(): void {
    const { journey, file } = this.#session;
    this.canvas.svg?.setAttribute('aria-label', say('mapOf', journey ? titleOf(journey) : (file?.title || file?.id || '')));
  }

  /* one tab stop of all cards */
  #rove(id: string): void {
    for (const card of this.canvas.svg?.querySelectorAll<SVGElement>('.touchpoint') ?? []) {
      card.setAttribute('tabindex', card.dataset['touchpoint'] === id ? '0' : '-1');
    }
  }

  #choose(stay = false): void {
    const { svg } = this.canvas;
    if (!svg) return;
    const { selected } = this.#session;
    for (const card of svg.querySelectorAll<SVGElement>('.touchpoint')) {
      const isIt = card.dataset['touchpoint'] === selected;
      card.classList.toggle('selected', isIt);
      card.setAttribute('aria-pressed', String(isIt));
    }
    svg.querySelector('.connect')?.remove();
    if (!selected) return;
    this.#rove(selected);
    showConnectHandle(this.canvas, this.#session, selected, (to) => this.#actions.connect(selected, to));
    if (!stay) requestAnimationFrame(() => this.canvas.bring(selected, innerWidth > 900 ? FORM_WIDTH : 0));
  }

  /* what C becomes, until the map that is drawn says it itself */
  #ghosts(): void {
    const { draft, journey, persona } = this.#session;
    const { svg } = this.canvas;
    for (const old of svg?.querySelectorAll('.ghost') ?? []) old.remove();
    if (!svg || !draft || !journey || this.#session.view !== 'graph') return;
    const { lifts } = this.#session;
    const then = Object.keys(lifts).length ? scoresWith(draft.journey, persona, lifts) : null;
    for (const [place, point] of journey.touchpoints.entries()) {
      const moved = draft.point(point.id);
      const frame = moved && (lifts[point.id] || draft.isMoved(point.id)) && this.canvas.card(point.id)?.querySelector('rect');
      if (!frame) continue;
      const gap = then?.[place] ?? draft.gap(point.id, persona);
      const digits = Math.max(digitsOf(moved, journey.scale), numbers().scoreDigits([[gap.O, gap.B]], journey.scale));
      const right = Number(frame.getAttribute('x')) + Number(frame.getAttribute('width'));
      const top = Number(frame.getAttribute('y'));
      const text = `→ ${gapText(gap, digits)}`;
      this.canvas.over(point.id, s('g', { class: 'ghost', 'aria-hidden': 'true' },
        s('rect', { x: right - 86, y: top - 46, width: 78, height: 32, rx: 6 }), s('text', { x: right - 47, y: top - 24 }, text)));
    }
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    if (this.canvas.wasPanned || target.closest('a, .connect')) return;
    const id = target.closest<SVGElement>('.touchpoint')?.dataset['touchpoint'];
    if (id) this.#actions.open(id);
  }

  #key(event: KeyboardEvent): void {
    const id = (event.target as Element).closest<SVGElement>('.touchpoint')?.dataset['touchpoint'];
    const { journey } = this.#session;
    if (!id || !journey || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#actions.open(id);
      return;
    }
    if (!isStep(event.key)) return;
    event.preventDefault();
    const to = neighbour(journey, id, event.key);
    if (!to) return;
    this.focus(to);
    if (this.#session.selected) this.#session.select(to);
    else this.canvas.bring(to, 0);
  }
}
