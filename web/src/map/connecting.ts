/** Connecting: a handle at the chosen card that is dragged to another one. */

import { titleOf } from '../assessment.ts';
import { s } from '../dom.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';
import type { Canvas } from './canvas.ts';

/** Show the handle at a card's lower right corner, where there is such a card. The form connects by
keyboard, so the handle is for pointers alone. */
export function showConnectHandle(canvas: Canvas, session: Session, id: string, connect: (to: string) => void): void {
  const frame = canvas.card(id)?.querySelector('rect');
  const point = session.draft?.point(id);
  if (!frame || !point || session.view !== 'graph') return;
  const x = Number(frame.getAttribute('x')) + Number(frame.getAttribute('width'));
  const y = Number(frame.getAttribute('y')) + Number(frame.getAttribute('height'));
  const line = s('path', { class: 'thread', d: '' });
  const handle = s('g', { class: 'connect', 'aria-hidden': 'true' }, line,
    s('circle', { cx: x, cy: y, r: 13 }), s('path', { d: `M${x - 5} ${y}h10m-4 -4l4 4l-4 4` }), s('title', {}, say('connectHandle', titleOf(point))));
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    event.stopPropagation(); /* the map stands still */
    handle.setPointerCapture(event.pointerId);
    let over: SVGElement | null = null;
    const aim = (to: SVGElement | null) => {
      over?.classList.remove('aimed');
      over = to;
      over?.classList.add('aimed');
    };
    const move = (to: PointerEvent) => {
      const tip = new DOMPoint(to.clientX, to.clientY).matrixTransform(handle.getScreenCTM()?.inverse());
      line.setAttribute('d', `M${x} ${y}L${tip.x} ${tip.y}`);
      const found = document.elementsFromPoint(to.clientX, to.clientY).map((one) => one.closest<SVGElement>('.touchpoint')).find(Boolean) ?? null;
      aim(found?.dataset['touchpoint'] === id ? null : found);
    };
    const end = (to: PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      line.setAttribute('d', '');
      const target = to.type === 'pointerup' ? over?.dataset['touchpoint'] : undefined;
      aim(null);
      if (target) connect(target);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  });
  canvas.over(id, handle);
}
