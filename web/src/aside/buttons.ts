/** What can be opened at the right; the findings, too, where no text stands at the left. */

import { h } from '../dom.ts';
import type { Aside, Session } from '../session.ts';
import { say, type Word } from '../words.ts';

const ASIDES: readonly (readonly [Aside, Word])[] = [['figures', 'figures'], ['whatif', 'whatIf'], ['findings', 'findings']];

export class AsideButtons {
  readonly node = h('span', { class: 'asides', role: 'group', 'aria-label': say('more') });

  constructor(session: Session) {
    const buttons = ASIDES.map(([name, word]) => {
      const count = h('span', { class: 'n num' });
      const node = h('button', { type: 'button', class: 'btn small', 'data-aside': name, click: () => session.choose({ aside: session.aside === name ? 'form' : name }) }, say(word), name === 'findings' ? [' ', count] : null);
      return { name, node, count };
    });
    this.node.append(...buttons.map((one) => one.node));
    const tell = () => {
      for (const { name, node, count } of buttons) {
        node.setAttribute('aria-pressed', String(session.aside === name));
        node.disabled = name !== 'findings' && !session.journey;
        if (name === 'findings') count.textContent = String(session.allFindings.length);
      }
    };
    session.follow((topics) => {
      if (['options', 'assessment', 'file', 'workspace'].some((one) => topics.has(one as never))) tell();
    });
    tell();
  }
}
