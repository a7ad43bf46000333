/** A panel at the right, over the map: one of those that share the form's place. */

import { h, iconButton, sign } from '../dom.ts';
import type { Aside, Session } from '../session.ts';
import { say, type Word } from '../words.ts';

export class Panel {
  readonly node: HTMLElement;
  #before: Element | null = null;

  constructor(session: Session, name: Aside, title: Word, content: HTMLElement, below: HTMLElement | null = null) {
    this.node = h('aside', { class: 'inspector aside', 'data-aside': name, 'aria-label': say(title), tabindex: -1, hidden: session.aside !== name },
      h('div', { class: 'top' }, h('h2', {}, say(title)), iconButton(say('close'), sign('close'), () => session.choose({ aside: 'form' }))),
      h('div', { class: 'scroll' }, content), below);
    session.follow((topics) => {
      if (topics.has('options') && this.node.hidden !== (session.aside !== name)) this.#turn(session.aside === name);
    });
  }

  /* its fields are one Tab away, and keys still work; what had the focus has it again when it goes */
  #turn(isShown: boolean): void {
    const had = this.node.contains(document.activeElement);
    if (isShown) this.#before = document.activeElement;
    this.node.hidden = !isShown;
    if (isShown) this.node.focus({ preventScroll: true });
    else if (had && this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus({ preventScroll: true });
  }

  get isShown(): boolean {
    return !this.node.hidden;
  }
}
