/** Files that are dropped anywhere on the page. */

import { h } from '../dom.ts';
import { dropped, type Candidate } from './opening.ts';
import { tell } from './words.ts';

/** Take what is dropped; before any field does, which would put a file's text into itself. */
export function catchDrops(take: (candidates: Candidate[]) => void): void {
  let veil: HTMLElement | null = null;
  const lift = () => { veil?.remove(); veil = null; };
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!veil) document.body.append((veil = h('div', { class: 'veil' }, h('p', {}, tell('dropHere')))));
  }, true);
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) lift(); }, true);
  document.addEventListener('drop', (event) => {
    lift();
    if (!event.dataTransfer || !carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    void dropped(event.dataTransfer).then((candidates) => { if (candidates.length) take(candidates); });
  }, true);
}
