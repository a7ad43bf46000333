/** Elements, made in one call. Text is only ever set as text. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Listener = (event: never) => void;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

const SVG = 'http://www.w3.org/2000/svg';

function fill<T extends Element>(node: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(key, value as unknown as EventListener);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

function append(node: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(node, child as readonly Child[]);
    else node.append(typeof child === 'number' ? String(child) : (child as Node | string));
  }
}

/** An HTML element; an attribute that is a function listens to the event of that name. */
export function h<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** A text of the journey's, whose direction is its own. */
export const own = (text: string): HTMLElement => h('bdi', {}, text);

export function button(label: Child, click: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: 'btn', click: click as Listener, ...attributes }, label);
}

/** A button of one sign, which says what it does. */
export function iconButton(label: string, sign: Child, click: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', class: 'icon', 'aria-label': label, title: label, click: click as Listener, ...attributes }, sign);
}

/** One of several: buttons that stay pressed. */
export function segmented<T extends string>(label: string, choices: readonly (readonly [T, Child])[], choose: (value: T) => void): { node: HTMLElement; show(value: T): void } {
  const buttons = choices.map(([value, text]) => h('button', { type: 'button', 'data-value': value, 'aria-pressed': 'false', click: () => choose(value) }, text));
  return {
    node: h('span', { class: 'seg', role: 'group', 'aria-label': label }, buttons),
    show: (value) => buttons.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset['value'] === value))),
  };
}

const PATHS = {
  undo: 'M5.5 3.5L2.5 6.5l3 3M2.5 6.5h7a4 4 0 0 1 0 8H7',
  redo: 'M10.5 3.5l3 3-3 3M13.5 6.5h-7a4 4 0 0 0 0 8H9',
  close: 'M4 4l8 8M12 4l-8 8',
  add: 'M8 3v10M3 8h10',
  lock: 'M4.5 7.5h7v5.5h-7zM6 7.5V5.5a2 2 0 0 1 4 0v2',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  screen: 'M2 3.5h12v8H2zM6 14h4',
  people: 'M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M1.8 13.2a4.2 4.2 0 0 1 8.4 0M10.2 3.2a2.3 2.3 0 0 1 0 4.1M11.8 9.6a4.2 4.2 0 0 1 2.4 3.6',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
} as const;

/** A sign of lines, 16 by 16. */
export function sign(name: keyof typeof PATHS): SVGElement {
  return s('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, s('path', { d: PATHS[name] }));
}

export function themeSign(): SVGElement {
  return s('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, s('circle', { cx: 8, cy: 8, r: 6.2 }), s('path', { d: 'M8 1.8a6.2 6.2 0 0 1 0 12.4z', fill: 'currentColor' }));
}

/** Severity in ink: a filled square, a hollow triangle, a ring; without a label it decorates. */
export function severitySign(severity: 'error' | 'warning' | 'info', label: string): SVGElement {
  const shape = {
    error: () => s('rect', { x: 2, y: 2, width: 12, height: 12, rx: 2, fill: 'currentColor' }),
    warning: () => s('path', { d: 'M8 2.2L14.4 13.6H1.6z', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
    info: () => s('circle', { cx: 8, cy: 8, r: 5.6, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }),
  }[severity]();
  return s('svg', { class: 'severity', viewBox: '0 0 16 16', ...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }) }, shape);
}
