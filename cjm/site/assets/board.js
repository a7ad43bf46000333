/* The board: a column shows twenty tickets more when it is asked to; they come from a data script. */
(function () {
  'use strict';
  const { W, h, fill } = window.cjm, STEP = 20;
  const board = document.getElementById('board'); if (!board || !board.dataset.more) return;
  if (board.dataset.part !== '0') { location.replace(board.dataset.first + location.hash); return; }
  const script = h('script', { src: board.dataset.more });
  script.onload = () => {
    document.getElementById('parts').hidden = true;
    for (const button of board.querySelectorAll('[data-column]')) {
      const left = window.cjmTickets[button.dataset.column], list = button.closest('section').querySelector('ul');
      const name = () => {
        button.previousElementSibling.textContent = ''; button.textContent = fill(W.more, Math.min(STEP, left.length));
        button.closest('p').hidden = !left.length;
      };
      button.hidden = false; name();
      button.addEventListener('click', () => {
        const holder = document.createElement('template'), at = list.children.length;
        holder.innerHTML = left.splice(0, STEP).join(''); /* our own template's, every text escaped */
        list.append(holder.content); name();
        list.children[at]?.querySelector('a').focus();
      });
    }
  };
  document.head.append(script);
})();
