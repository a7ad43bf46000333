/** A panel at the right, over the map: one of those that share the form's place. */

import { h, iconButton, sign } from '../dom.ts';
import type { Aside, Session } from '../session.ts';
import { say, type Word } from '../words.ts';

export class Panel {
  readonly node: HTMLElement;

  constructor(session: Session, name: Aside, title: Word, content: HTMLElement, below: HTMLElement | null = null) {
    this.node = h('aside', { class: 'inspector aside', 'data-aside': name, 'aria-label': say(title), tabindex: -1, hidden: session.aside !== name },
      h('div', { class: 'top' }, h('h2', {}, say(title)), iconButton(say('close'), sign('close'), () => session.choose({ aside: 'form' }))),
      h('div', { class: 'scroll' }, content), below);
    session.follow((topics) => {
      if (!topics.has('options')) return;
      const wasHidden = this.node.hidden;
      this.node.hidden = session.aside !== name;
      if (wasHidden && !this.node.hidden) this.node.focus({ preventScroll: true }); /* its fields are one Tab away, and keys still work */
    });
  }

  get isShown(): boolean {
    return !this.node.hidden;
  }
}
