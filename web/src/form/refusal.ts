/** Refusal: why a change was not made, beside its field, until somebody closes it or acts. */

import { h, iconButton, sign } from '../dom.ts';
import type { Notice } from '../followed.ts';
import { say } from '../words.ts';

const ID = 'refused';
/** What a field's label and value stand in: the words come below it. */
const HOLDERS = 'label, .id, .way, .scorehead';

export class Refusal {
  readonly #within: HTMLElement;
  #notice: Notice | null = null;

  constructor(within: HTMLElement) {
    this.#within = within;
    within.addEventListener('input', ({ target }) => { if (target === this.#field) this.clear(); });
  }

  /** Tell it at the field that it is of; false where that is not shown. */
  tell(notice: Notice): boolean {
    this.clear();
    if (!this.#within.getClientRects().length) return false;
    this.#notice = notice;
    if (this.again()) return true;
    this.#notice = null;
    return false;
  }

  /** Tell it once more: the form was drawn anew. */
  again(): boolean {
    const field = this.#field;
    if (!this.#notice || !field) return false;
    const { message, help } = this.#notice;
    field.setAttribute('aria-describedby', ID);
    if (!(field instanceof HTMLButtonElement)) field.setAttribute('aria-invalid', 'true');
    const close = iconButton(say('close'), sign('close'), () => { this.clear(); (field as HTMLElement).focus(); }, { class: 'icon tiny' });
    const words = h('div', { class: 'refusal' }, h('p', { id: ID, role: 'alert' }, say('failedEdit', message), help ? ` · ${help}` : ''), close);
    (field.closest(HOLDERS) ?? field).after(words);
    words.scrollIntoView({ block: 'nearest' });
    return true;
  }

  clear(): void {
    this.#within.querySelector('.refusal')?.remove();
    for (const field of this.#within.querySelectorAll(`[aria-describedby="${ID}"]`)) {
      field.removeAttribute('aria-describedby');
      field.removeAttribute('aria-invalid');
    }
    this.#notice = null;
  }

  get #field(): Element | null {
    const at = this.#notice?.at;
    return at ? this.#within.querySelector(`[data-focus="${CSS.escape(at)}"]`) : null;
  }
}
