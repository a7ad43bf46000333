/* A journey as slides: one at a time; without scripts they stand one under the other. */
(function () {
  'use strict';
  const root = document.documentElement, deck = document.querySelector('.deck');
  const slides = [...deck.querySelectorAll('.slide')], links = [...deck.querySelectorAll('.strip ol a')];
  const counter = deck.querySelector('.at'), out = document.getElementById('out');
  let at = 0;

  const place = () => (Number(/^#s(\d+)$/.exec(location.hash)?.[1]) || 1) - 1;
  function go(to) {
    at = Math.max(0, Math.min(slides.length - 1, to));
    root.classList.remove('black');
    slides.forEach((slide, n) => slide.classList.toggle('on', n === at));
    links.forEach((link, n) => (n === at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    links[at].scrollIntoView({ block: 'nearest', inline: 'nearest' });
    counter.textContent = (at + 1) + ' / ' + slides.length;
    history.replaceState(null, '', '#s' + (at + 1));
    slides[at].focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.());
  const black = () => root.classList.toggle('black');
  const leave = () => {
    if (root.classList.contains('black')) black();
    else if (!document.fullscreenElement) location.href = out.href; /* out of full screen leads the browser itself */
  };
  const next = () => go(at + 1), previous = () => go(at - 1);
  const KEYS = {
    ArrowRight: next, Space: next, PageDown: next, ArrowLeft: previous, PageUp: previous,
    Home: () => go(0), End: () => go(slides.length - 1), KeyF: full, KeyB: black, Period: black, Escape: leave,
  };
  document.addEventListener('keydown', (event) => {
    if (!window.cjm.free(event)) return;
    if (event.code === 'Space' && event.target.closest('button')) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    /* by place, not by letter: a Russian layout has the same keys; PgUp and arrows of a clicker, too */
    const act = digit ? () => go(digit[1] - 1) : KEYS[event.code] || KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  for (const [name, act] of Object.entries({ previous, next, full })) {
    deck.querySelector('[data-act="' + name + '"]').addEventListener('click', act);
  }
  deck.addEventListener('click', () => root.classList.remove('black'));
  addEventListener('hashchange', () => go(place()));
  deck.classList.add('live');
  go(place());
})();
