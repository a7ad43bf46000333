/** Banners and toasts: what happened outside, and what was not done. */

import { h, iconButton, sign } from '../dom.ts';
import type { Notice, Session } from '../session.ts';
import { say } from '../words.ts';

/** What only tells goes by itself; what was not done stays until somebody closes it or acts. */
const TOLD_MS = { outside: 6000, outsideBroken: 12000, told: 12000 } as const;

export class Banners {
  readonly node = h('div', { class: 'banners' });
  readonly #standing = h('div', { role: 'status' });
  #toast: { node: HTMLElement; kind: Notice['kind'] } | null = null;
  readonly #toasts = h('div', { role: 'status', class: 'toasts' });

  constructor(session: Session) {
    this.node.append(this.#standing, this.#toasts);
    session.onNotice((notice) => this.#tell(notice));
    session.follow((topics) => {
      if (topics.has('status')) this.#stand(session);
      if (topics.has('status') && !session.isUnsaved) this.#done('save');
      if (topics.has('text')) this.#done('edit');
      if (topics.has('file')) this.#done('open');
    });
  }

  #stand(session: Session): void {
    const text = session.isLost ? say('lost') : session.isGone ? say('goneText') : '';
    if (this.#standing.textContent === text) return;
    this.#standing.replaceChildren(...(text ? [h('p', { class: 'banner' }, text)] : []));
  }

  /* what could not be done is by now */
  #done(kind: Notice['kind']): void {
    if (this.#toast?.kind === kind) this.#toast.node.remove();
  }

  #tell(notice: Notice): void {
    const text = {
      edit: () => say('failedEdit', notice.message), save: () => say('failedSave', notice.message), open: () => say('failedOpen', notice.message),
      draw: () => notice.message, told: () => notice.message,
      outside: () => say('outsideTaken'), outsideBroken: () => say('outsideBroken'),
    }[notice.kind]();
    const node = h('div', { class: 'banner toast-line' }, h('span', {}, text, notice.help ? ` · ${notice.help}` : ''), iconButton(say('close'), sign('close'), () => node.remove(), { class: 'icon tiny' }));
    this.#toast = { node, kind: notice.kind };
    this.#toasts.replaceChildren(node);
    if (notice.kind in TOLD_MS) setTimeout(() => node.remove(), TOLD_MS[notice.kind as keyof typeof TOLD_MS]);
  }
}
