/** A choice that is made once: while arrows or letters walk a closed list nothing is chosen yet, only
Enter or leaving the list says so. A pointer chooses at once. */

const WALKS = /^(Arrow|Home$|End$|Page|.$)/u;

/** Call `chosen` when a choice is made that differs from `value`; the list then shows `value` again
until it is drawn anew. */
export function choosing(select: HTMLSelectElement, value: string, chosen: (to: string) => void): void {
  let isWalked = false;
  const choose = () => {
    const to = select.value;
    isWalked = false;
    if (to === value) return;
    select.value = value;
    chosen(to);
  };
  select.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && select.value !== value) {
      event.preventDefault();
      select.value = value;
    }
    if (event.key === 'Enter' && select.value !== value) {
      event.preventDefault(); /* else the list would open */
      choose();
      return;
    }
    isWalked = WALKS.test(event.key);
  });
  select.addEventListener('keyup', (event) => { if (event.key === 'Enter') choose(); });
  select.addEventListener('pointerdown', () => { isWalked = false; });
  select.addEventListener('change', () => { if (!isWalked) choose(); });
  select.addEventListener('blur', choose);
}
