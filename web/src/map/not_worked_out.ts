/** What was not worked out here, in the headline: no figure beside it says that all is well. */

import { h, own, sign } from '../dom.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';

export class NotWorkedOut {
  readonly node = h('details', { class: 'menu missing', hidden: true });
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.node.addEventListener('focusout', (event) => { if (!this.node.contains(event.relatedTarget as Node | null)) this.node.open = false; });
    session.follow((topics) => {
      if (topics.has('assessment') || topics.has('file')) this.#show();
    });
  }

  #show(): void {
    const { journey, file } = this.#session;
    const missing = journey?.not_worked_out ?? [];
    this.node.hidden = !missing.length;
    if (!missing.length) {
      this.node.open = false;
      return;
    }
    this.node.replaceChildren(
      h('summary', { class: 'btn small' }, say('notWorkedOutHere'), sign('down')),
      h('div', { class: 'card' },
        h('ul', {}, missing.map((one) => h('li', { 'data-missing': one.what }, own(one.message)))),
        h('p', { class: 'muted' }, say('worksItOut'), ' ', h('code', { class: 'code' }, `cjm check ${file?.path ?? ''}`.trimEnd()))));
  }
}
