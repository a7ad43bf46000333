/** The map: the host's picture with zoom and pan. What is seen of it, and what has the focus, stays
when another picture takes its place. */

import { h, iconButton } from '../dom.ts';
import { language, say } from '../words.ts';

/** A graph's text is read at this size where the pane is narrower than the whole of it. */
const READABLE = 0.76;
const LARGEST = 3;
const SMALLEST = 0.2;
const STEP = 1.3;
/** Pixels that a press may wander before it is a pan. */
const STILL = 4;

export class Canvas {
  readonly node: HTMLElement;
  readonly zoomNode: HTMLElement;
  svg: SVGSVGElement | null = null;
  readonly #output = h('output', {});
  #scale = 0;
  #size: readonly [number, number] = [1, 1];
  #panned = false;
  #isBegun = false;

  constructor() {
    this.node = h('div', { class: 'canvas', tabindex: '-1' });
    this.zoomNode = h('div', { class: 'zoom', role: 'group', 'aria-label': say('keyZoom') },
      iconButton(say('zoomOut'), '−', () => this.zoom(1 / STEP)), this.#output, iconButton(say('zoomIn'), '+', () => this.zoom(STEP)),
      iconButton(say('fit'), '⤢', () => this.fit()));
    this.node.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.node.addEventListener('pointerdown', (event) => this.#pan(event));
    new ResizeObserver(() => { if (this.svg && !this.#isBegun && this.node.clientWidth) this.#begin(); }).observe(this.node);
  }

  /** Whether the last press moved the map: then it chose nothing. */
  get wasPanned(): boolean {
    return this.#panned;
  }

  /** Take another picture; null takes it away. */
  show(text: string | null, fresh: boolean): void {
    const active = document.activeElement;
    const focused = active && this.svg?.contains(active) ? active.closest<SVGElement>('.touchpoint')?.dataset['touchpoint'] : undefined;
    if (text === null) {
      this.svg = null;
      this.node.replaceChildren();
      return;
    }
    const svg = svgOf(text);
    const box = svg.getAttribute('viewBox')?.split(/\s+/).map(Number) ?? [0, 0, 1, 1];
    this.#size = [box[2] ?? 1, box[3] ?? 1];
    this.svg = svg;
    const { scrollLeft, scrollTop } = this.node;
    this.node.replaceChildren(svg);
    if (fresh || !this.#scale) this.#begin();
    else this.#draw();
    if (!fresh) this.node.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'instant' });
    if (focused) this.card(focused)?.focus({ preventScroll: true });
  }

  card(id: string): SVGGElement | null {
    return this.svg?.querySelector<SVGGElement>(`.touchpoint[data-touchpoint="${CSS.escape(id)}"]`) ?? null;
  }

  zoom(factor: number, x = this.node.clientWidth / 2, y = this.node.clientHeight / 2): void {
    const before = this.#scale;
    this.#scale = Math.min(LARGEST, Math.max(SMALLEST, before * factor));
    this.#draw();
    const by = this.#scale / before;
    this.node.scrollTo({ left: (this.node.scrollLeft + x) * by - x, top: (this.node.scrollTop + y) * by - y, behavior: 'instant' });
  }

  /** The whole map in the pane. */
  fit(): void {
    const [width, height] = this.#size;
    this.#scale = Math.max(SMALLEST, Math.min(1.2, this.node.clientWidth / width, this.node.clientHeight / height));
    this.#draw();
  }

  /** Bring a card into sight, left of what lies over the map. */
  bring(id: string, covered: number): void {
    const frame = this.card(id)?.querySelector('rect')?.getBoundingClientRect();
    if (!frame) return;
    const pane = this.node.getBoundingClientRect();
    const room = Math.max(frame.width, pane.width - covered);
    const margin = Math.min(60, Math.max(0, (room - frame.width) / 2));
    const isOut = frame.left < pane.left + margin || frame.right > pane.left + room - margin;
    const isAway = frame.top < pane.top + 60 || frame.bottom > pane.bottom - 60;
    const onward = Math.min(100, Math.max(0, room - frame.width - margin * 2)); /* room for its ways out */
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.node.scrollBy({
      left: isOut ? frame.right - (pane.left + room - margin - onward) : 0,
      top: isAway ? frame.top - pane.top - Math.min(160, pane.height / 3) : 0,
      behavior: still ? 'instant' : 'smooth',
    });
  }

  /** Lay a group over all else, in the units that a card is drawn in: what holds it may be moved. */
  over(id: string, group: SVGGElement): void {
    const moves: string[] = [];
    for (let node = this.card(id) as Element | null; node && node !== this.svg; node = node.parentElement) moves.unshift(node.getAttribute('transform') ?? '');
    group.setAttribute('transform', moves.join(' ').trim());
    this.svg?.append(group);
  }

  /* A map that nobody sees yet begins when it is seen. */
  #begin(): void {
    const [width] = this.#size;
    this.#isBegun = this.node.clientWidth > 0;
    this.#scale = Math.min(1, Math.max(READABLE, (this.node.clientWidth || width) / width));
    this.#draw();
    this.node.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  }

  #draw(): void {
    const [width, height] = this.#size;
    this.svg?.setAttribute('width', String(Math.round(width * this.#scale)));
    this.svg?.setAttribute('height', String(Math.round(height * this.#scale)));
    this.#output.textContent = `${Math.round(this.#scale * 100)}${language() === 'ru' ? '\u00a0' : ''}%`;
  }

  /* a plain wheel scrolls */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const place = this.node.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - place.left, event.clientY - place.top);
  }

  /* a finger scrolls by itself */
  #pan(event: PointerEvent): void {
    this.#panned = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const { scrollLeft, scrollTop } = this.node;
    const [x, y] = [event.clientX, event.clientY];
    const move = (to: PointerEvent) => {
      if (!this.#panned && Math.abs(to.clientX - x) + Math.abs(to.clientY - y) <= STILL) return;
      this.#panned = true;
      this.node.classList.add('grabbing');
      this.node.scrollTo({ left: scrollLeft - (to.clientX - x), top: scrollTop - (to.clientY - y), behavior: 'instant' });
    };
    const up = () => {
      removeEventListener('pointermove', move);
      this.node.classList.remove('grabbing');
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up, { once: true });
  }
}

/* as HTML, which is parsed in a third of the time that XML takes; cjm writes what both read alike */
function svgOf(text: string): SVGSVGElement {
  const held = document.createElement('template');
  held.innerHTML = text;
  return held.content.firstElementChild as SVGSVGElement;
}
