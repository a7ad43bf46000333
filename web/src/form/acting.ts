/** Acting: which field of a form somebody changes, to tell there that the change was refused. */

const FORMS = '.inspector, .workshop';
let field: string | null = null;

/** The name (`data-focus`) of the field that was acted on last; null where that was elsewhere. */
export const actedOn = (): string | null => field;

/** Listen until the document goes. What is asked in a dialog is asked for the field before it. */
export function listenToFields(): void {
  for (const kind of ['pointerdown', 'keydown', 'click', 'change', 'blur']) {
    document.addEventListener(kind, ({ target }) => {
      if (!(target instanceof Element) || target.closest('dialog')) return;
      field = target.closest(FORMS) ? target.closest('[data-focus]')?.getAttribute('data-focus') ?? null : null;
    }, { capture: true });
  }
}
