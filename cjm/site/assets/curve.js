/* The curve of C: of the pictures in the page, the one of the chosen persona and path. */
(function () {
  'use strict';
  const page = window.cjmJourney;
  const curves = [...document.querySelectorAll('#curve .curve')];
  if (!page || !curves.length) return;

  function chosen() {
    const persona = page.state.persona || '', path = page.state.path === 'worst' ? 'worst' : 'likely';
    const of = (one) => curves.find((curve) => curve.dataset.persona === persona && curve.dataset.path === one);
    return of(path) || of('likely') || curves[0];
  }
  function show(changed) {
    if (!changed.has('persona') && !changed.has('path')) return;
    const one = chosen();
    for (const curve of curves) curve.hidden = curve !== one;
  }
  /* A name below a column opens its touchpoint; with keys the list and the map lead there. */
  for (const curve of curves) {
    curve.addEventListener('click', (event) => {
      const column = event.target.closest('.column');
      if (column) page.select(column.dataset.touchpoint);
    });
  }
  page.onChange(show);
})();
