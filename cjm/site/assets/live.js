/* Only where a server follows the files: a save shows at once, and what is broken is told over the last good page. */
(function () {
  'use strict';
  const { W, h } = window.cjm;
  const KEPT = 'cjm-kept', journey = () => window.cjmJourney;
  const CONTROLS = 'a[href], button, input, select, summary, [tabindex]', SCROLLED = 'main div, main section, main ol';
  let known = null, card = null;

  /* what a reader had chosen that does not stand in the address */
  function keep() {
    const active = document.activeElement, within = active && active.closest('.canvas [data-touchpoint], .list [data-touchpoint]');
    const panel = document.querySelector('.panel'), controls = [...document.querySelectorAll(CONTROLS)];
    const scrolled = [...document.querySelectorAll(SCROLLED)].map((node, n) => [n, node.scrollLeft, node.scrollTop]).filter(([, x, y]) => x || y);
    const kept = {
      page: location.pathname, x: scrollX, y: scrollY,
      panel: panel ? panel.scrollTop : 0, scrolled,
      open: [...document.querySelectorAll('details')].map((node) => node.open),
      focus: within ? { touchpoint: within.dataset.touchpoint } : active && active.id ? { id: active.id } : active && { place: controls.indexOf(active), text: named(active) },
      caret: active && active.selectionStart != null ? [active.selectionStart, active.selectionEnd] : null,
      map: journey() ? journey().map.part() : null,
      black: document.documentElement.classList.contains('black'),
    };
    try { sessionStorage.setItem(KEPT, JSON.stringify(kept)); } catch { /* nothing can be kept */ }
  }
  function restore() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(KEPT)); sessionStorage.removeItem(KEPT); } catch { /* nothing was kept */ }
    if (!kept || kept.page !== location.pathname) return;
    const folds = [...document.querySelectorAll('details')];
    if (folds.length === kept.open.length) folds.forEach((node, n) => { node.open = kept.open[n]; });
    if (kept.black) document.documentElement.classList.add('black'); /* of slides: who pauses is not shown them */
    if (kept.map && journey()) journey().map.part(kept.map);
    if (kept.focus && kept.focus.touchpoint) { if (journey()) journey().map.focusOn(kept.focus.touchpoint); }
    else if (kept.focus) focused(kept.focus)?.focus({ preventScroll: true });
    if (kept.caret && document.activeElement.setSelectionRange) document.activeElement.setSelectionRange(...kept.caret);
    const scrollable = document.querySelectorAll(SCROLLED);
    for (const [n, x, y] of kept.scrolled) scrollable[n]?.scrollTo({ left: x, top: y, behavior: 'instant' });
    const panel = document.querySelector('.panel'); if (panel) panel.scrollTop = kept.panel;
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    back(); addEventListener('load', () => requestAnimationFrame(back)); /* the panel brings its touchpoint into sight in a frame */
  }
  const named = (control) => control.textContent + (control.name || '');
  /* a control without an id: the one in its place, or the first of its text where others came between */
  function focused({ id, place, text }) {
    if (id) return document.getElementById(id);
    const controls = [...document.querySelectorAll(CONTROLS)], same = (one) => one && named(one) === text;
    return place < 0 ? null : same(controls[place]) ? controls[place] : controls.find((one) => text.trim() && same(one));
  }
  /* whoever searches, or reads the keys, is not interrupted: the page is renewed once that is closed */
  function renew() {
    const dialog = document.querySelector('dialog[open]');
    if (dialog) { dialog.addEventListener('close', renew, { once: true }); return; }
    keep(); location.reload();
  }
  function tell(state) {
    const lines = [...state.broken, ...state.problems.map((message) => ({ message }))];
    card?.remove(); card = null;
    if (!lines.length) return;
    card = h('aside', { class: 'broken', role: 'alert' },
      h('h2', {}, W.unread),
      lines.slice(0, 5).map((one) => h('div', { class: 'fault' }, h('p', {}, one.message),
        one.file ? h('p', { class: 'code' }, `${one.file}:${one.line}:${one.column}`) : null,
        one.excerpt ? h('pre', {}, one.excerpt) : null,
        one.help ? h('p', { class: 'muted' }, one.help) : null)),
      h('p', { class: 'muted' }, W.broken));
    document.body.append(card);
  }
  function listen() {
    follow('/_live', (told) => {
      if (!told.data) {
        if (told.kind === 'error' && !document.querySelector('.lost')) document.body.append(h('p', { class: 'toast lost', role: 'status' }, W.lost));
        return;
      }
      const state = JSON.parse(told.data), before = known;
      const run = told.id.split('.')[0];
      known = { run, revision: state.revision };
      document.querySelector('.lost')?.remove();
      if (isNewer(before, known, state.changed)) renew(); else tell(state);
    });
  }
  /* each state tells the stems of its own changes: of one that follows no known one, anything may have changed */
  function isNewer(before, now, changed) {
    if (!before) return now.revision !== (served() ?? now.revision);
    if (before.run !== now.run || now.revision > before.revision + 1) return true;
    return now.revision > before.revision && changed.some(concerns);
  }
  /* A browser has six connections to a host. Its tabs share one, of the tab that has the lock; when that goes, the next has it. */
  function follow(address, tell) {
    const tabs = new BroadcastChannel(address);
    let last = null;
    tabs.onmessage = ({ data }) => { if (!data.asks) tell(data); else if (last) tabs.postMessage(last); };
    tabs.postMessage({ asks: true });
    navigator.locks.request(address, () => new Promise(() => {
      const events = new EventSource(address);
      const pass = (kind) => ({ data, lastEventId: id }) => { last = { kind, data, id }; tell(last); tabs.postMessage(last); };
      events.onmessage = pass('message');
      events.onerror = pass('error');
      addEventListener('pagehide', () => events.close());
    }));
  }
  /* a page that slept, or came out of the browser's own store, may be older than what is known now */
  function served() {
    const timing = performance.getEntriesByType('navigation')[0]?.serverTiming?.find((one) => one.name === 'revision');
    return timing ? +timing.description : null;
  }
  /* of one journey; a persona that several share has no point in its name */
  const own = decodeURI(location.pathname).match(/\/(?:journeys\/([^/]+)|personas\/([^/]+\.[^/]+))\.html$/)?.slice(1).filter(Boolean);
  const concerns = (stem) => !own || own[0] === stem || own[0].startsWith(stem + '.') || stem.startsWith(own[0].split('.')[0]);
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  /* the map is there, and what is chosen is shown; nothing is kept anew before it was brought back */
  document.addEventListener('DOMContentLoaded', () => { restore(); listen(); });
})();
