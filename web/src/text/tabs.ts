/** The tabs of the text pane: the journey, and the workspace it is read with where the host has one. */

import { button, h, own } from '../dom.ts';
import type { Session, Tab } from '../session.ts';
import { say } from '../words.ts';

export class Tabs {
  readonly node = h('div', { class: 'tabs', hidden: true });
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.node.hidden = !session.workspace.isOffered;
    session.follow((topics) => {
      if (topics.has('file') || topics.has('options') || topics.has('workspace') || topics.has('text')) this.#tell();
    });
    this.#tell();
  }

  #tell(): void {
    const { tab, workspace, document } = this.#session;
    if (!workspace.isOffered) return;
    const isChanged = { journey: this.#session.isChanged, workspace: workspace.isChanged };
    const hadFocus = this.node.contains(globalThis.document.activeElement);
    const choice = (name: Tab, path: string) => h('button', { type: 'button', 'aria-pressed': String(tab === name), click: () => this.#session.choose({ tab: name }) },
      own(path), isChanged[name] ? h('i', { class: 'unsaved', role: 'img', 'aria-label': say('unsaved') }) : null);
    const offer = button(say('createWorkspace'), () => this.#create(), { class: 'btn small', title: say('createWorkspaceText') });
    this.node.replaceChildren(
      h('span', { role: 'group', 'aria-label': say('texts') }, choice('journey', document.path || say('journey')), workspace.isThere || tab === 'workspace' ? choice('workspace', workspace.path) : null),
      ...(workspace.isThere ? [] : [offer]));
    if (hadFocus) this.node.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }

  #create(): void {
    this.#session.workspace.create();
    this.#session.choose({ tab: 'workspace' });
  }
}
