/** The focus of a form that is drawn anew: a field that somebody types in is not taken away, and
what had the focus has it again, by its `data-focus`. */

type Typed = HTMLInputElement | HTMLTextAreaElement;

const isText = (node: Element | null): node is Typed =>
  node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && (node.type === 'text' || node.type === 'number'));

/** Remember what the fields begin with. */
export function begun(node: Element): void {
  for (const field of node.querySelectorAll<Typed>('input, textarea')) field.dataset['begun'] = field.value;
}

/** Whether somebody has begun to type in one of its fields. */
export function isTypedIn(node: Element): boolean {
  const active = document.activeElement;
  return isText(active) && node.contains(active) && active.dataset['begun'] !== active.value;
}

/** What has the focus in it; null where nothing has. */
export function focusIn(node: Element): string | null {
  const active = document.activeElement;
  return active && node.contains(active) ? active.getAttribute('data-focus') : null;
}

/** Give the focus to what is called so. */
export function focusOn(node: Element, name: string): void {
  node.querySelector<HTMLElement | SVGElement>(`[data-focus="${CSS.escape(name)}"]`)?.focus();
}
