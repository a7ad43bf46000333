/** Banners and toasts: what happened outside, and what was not done. */

import { h, iconButton, sign } from '../dom.ts';
import type { Notice, Session } from '../session.ts';
import { say } from '../words.ts';

const TOAST_MS = 6000;

export class Banners {
  readonly node = h('div', { class: 'banners' });
  readonly #standing = h('div', { role: 'status' });
  #unsaved: HTMLElement | null = null;
  readonly #toasts = h('div', { role: 'status', class: 'toasts' });

  constructor(session: Session) {
    this.node.append(this.#standing, this.#toasts);
    session.onNotice((notice) => this.#toast(notice));
    session.follow((topics) => {
      if (topics.has('status')) this.#stand(session);
      if (topics.has('status') && !session.isUnsaved) this.#unsaved?.remove();
    });
  }

  #stand(session: Session): void {
    const text = session.isLost ? say('lost') : session.isGone ? say('goneText') : '';
    if (this.#standing.textContent === text) return;
    this.#standing.replaceChildren(...(text ? [h('p', { class: 'banner' }, text)] : []));
  }

  #toast(notice: Notice): void {
    const text = {
      edit: () => say('failedEdit', notice.message), save: () => say('failedSave', notice.message), open: () => say('failedOpen', notice.message),
      draw: () => notice.message, told: () => notice.message,
      outside: () => say('outsideTaken'), outsideBroken: () => say('outsideBroken'),
    }[notice.kind]();
    const isLasting = notice.kind !== 'outside';
    const toast = h('div', { class: 'banner toast-line' }, h('span', {}, text, notice.help ? ` · ${notice.help}` : ''), iconButton(say('close'), sign('close'), () => toast.remove(), { class: 'icon tiny' }));
    this.#unsaved = notice.kind === 'save' ? toast : null;
    this.#toasts.replaceChildren(toast);
    setTimeout(() => toast.remove(), isLasting ? 2 * TOAST_MS : TOAST_MS);
  }
}
