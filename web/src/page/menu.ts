/** A menu under a button of its own: a choice, Escape, another place and another focus close it. */

import { h, type Attributes, type Child } from '../dom.ts';

/** `summary` is the button's own; what is in the card closes the menu by `close`. */
export function menu(attributes: Attributes, summary: HTMLElement, card: Child = h('div', { class: 'card' })): HTMLDetailsElement {
  const node = h('details', attributes, summary, card);
  const close = () => { node.open = false; };
  node.addEventListener('focusout', (event) => { if (event.relatedTarget && !node.contains(event.relatedTarget as Node)) close(); });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !node.open) return;
    event.stopPropagation(); /* what lies below stays open */
    close();
    summary.focus();
  });
  const outside = (event: Event) => {
    if (!node.isConnected) document.removeEventListener('pointerdown', outside); /* its desk was left */
    else if (!node.contains(event.target as Node)) close();
  };
  node.addEventListener('toggle', () => {
    document.removeEventListener('pointerdown', outside);
    if (node.open) document.addEventListener('pointerdown', outside);
  });
  return node;
}
