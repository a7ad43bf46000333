/* The heat map: a cell opens the touchpoints of its stage below its row. Which one is open stands in the address. */
(function () {
  'use strict';
  const { listing } = window.cjm; if (!listing) return;
  const every = (selector) => listing.items.flatMap((item) => [...item.node.querySelectorAll(selector)]);
  let opened = null;

  function open(place) {
    for (const cell of every('[data-drill]')) {
      const on = cell.dataset.drill === place, drill = cell.closest('.row').querySelector('[id="s-' + CSS.escape(cell.dataset.drill) + '"]');
      cell.setAttribute('aria-expanded', String(on)); drill.hidden = !on; drill.classList.add('live');
    }
    opened = place;
    if (place) listing.state().set('open', place); else listing.state().delete('open');
    listing.write();
  }
  document.querySelector('.heat').addEventListener('click', (event) => {
    const cell = event.target.closest('[data-drill]'); if (!cell) return;
    event.preventDefault(); open(cell.dataset.drill === opened ? null : cell.dataset.drill);
  });
  /* as a script writes it, or as a link without scripts does */
  const asked = () => decodeURIComponent(location.hash.match(/^#s-([^=]+)$/)?.[1] || '') || listing.state().get('open');
  open(asked());
  document.addEventListener('cjm-more', () => open(opened));
  addEventListener('hashchange', () => open(asked()));
})();
