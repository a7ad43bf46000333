/* The journey's page: what is chosen stands in the address, and is shown by whoever follows it. */
(function () {
  'use strict';
  const { data, W, toast, free } = window.cjm;
  const journey = data('journey'); if (!journey) return;
  const $ = (selector) => document.querySelector(selector), $$ = (selector) => [...document.querySelectorAll(selector)];
  const VIEWS = ['graph', 'sheet', 'list'], PATHS = ['', 'likely', 'worst'], OBJECTIVES = ['balance', 'disappointed'];
  const at = Object.fromEntries(journey.touchpoints.map((point, place) => [point.id, place]));
  const small = matchMedia('(max-width: 760px)');
  const first = () => (small.matches ? 'list' : 'graph');
  const followers = [];
  /* by the id of a touchpoint, which may be that of something that every object inherits: constructor, __proto__ */
  const byId = (known) => Object.assign(Object.create(null), known);
  const nothing = () => ({ view: first(), persona: '', path: '', t: '', stage: '', objective: 'balance', budget: null, if: byId() });
  const state = nothing();

  /* ---- figures, as everybody or one persona lives them ---- */
  const merged = new Map();
  function figures(persona = state.persona) {
    if (!merged.has(persona)) {
      merged.set(persona, journey.views[persona].touchpoints.map((own, place) => ({ ...journey.touchpoints[place], ...own, level: own.level || 'unmeasured', reasons: journey.reasons[persona][own.id] || '' })));
    }
    return merged.get(persona);
  }
  const view = (persona = state.persona) => journey.views[persona];
  const path = () => (state.path ? view()[state.path + '_path'] : null);

  /* ---- the address: what it does not know is ignored ---- */
  function lifts(text) {
    const found = byId();
    for (const part of (text || '').split(',')) {
      const colon = part.lastIndexOf(':'), id = part.slice(0, colon), points = Number(part.slice(colon + 1));
      if (colon > 0 && Object.hasOwn(at, id) && Number.isFinite(points) && points) found[id] = points;
    }
    return found;
  }
  function read() {
    const asked = new URLSearchParams(location.hash.slice(1)), found = nothing();
    const choose = (name, known) => { if (known(asked.get(name))) found[name] = asked.get(name); };
    choose('view', (value) => VIEWS.includes(value));
    choose('persona', (value) => Object.hasOwn(journey.views, value ?? ''));
    found.persona = found.persona || '';
    choose('path', (value) => PATHS.includes(value));
    choose('t', (value) => Object.hasOwn(at, value ?? ''));
    choose('stage', (value) => journey.stages.some((stage) => stage.id === value));
    choose('objective', (value) => OBJECTIVES.includes(value));
    const budget = Number(asked.get('budget'));
    if (asked.get('budget') && Number.isFinite(budget) && budget >= 0) found.budget = budget;
    found.if = lifts(asked.get('if'));
    if (found.path && !journey.views[found.persona][found.path + '_path']) found.path = '';
    return found;
  }
  function write() {
    const kept = nothing(), told = new URLSearchParams();
    for (const name of ['view', 'persona', 'path', 't', 'stage', 'objective', 'budget']) if (state[name] !== kept[name]) told.set(name, state[name]);
    const points = Object.entries(state.if).map(([id, value]) => id + ':' + value);
    if (points.length) told.set('if', points.join(','));
    const hash = told.toString().replace(/%3A/g, ':').replace(/%2C/g, ',');
    history.replaceState(history.state, '', hash ? '#' + hash : location.pathname + location.search);
  }
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /* What changes is told to every follower, in the order in which they began to follow. */
  function set(changes) {
    const changed = new Set(Object.keys(changes).filter((name) => !same(state[name], changes[name])));
    Object.assign(state, changes);
    if (state.path && !path()) { state.path = ''; changed.add('path'); }
    if (!changed.size) return;
    write(); show(changed);
  }
  function show(changed) {
    for (const node of $$('[data-lived]')) node.hidden = node.dataset.lived !== state.persona;
    for (const button of $$('[data-set]')) button.setAttribute('aria-pressed', String(String(state[button.dataset.set]) === button.dataset.to));
    if (changed.has('persona')) window.cjm.show($('.people [aria-pressed="true"]'));
    for (const follow of followers) follow(changed);
  }
  const onChange = (follow) => followers.push(follow);
  /* `from` is who asked: a card keeps its focus, a link gives it to the panel. */
  function select(id, keepFocus = false) {
    if (!Object.hasOwn(at, id)) return;
    window.cjmJourney.keepFocus = keepFocus;
    if (state.t === id) show(new Set(['t'])); else set({ t: id, stage: '' });
  }

  /* ---- buttons and keys ---- */
  document.addEventListener('click', (event) => {
    const chooser = event.target.closest('[data-set]');
    if (chooser) set({ [chooser.dataset.set]: chooser.dataset.to });
    const link = event.target.closest('[data-select]');
    if (link) { event.preventDefault(); select(link.dataset.select); }
  });
  $('[data-act="link"]')?.addEventListener('click', async () => {
    try { await navigator.clipboard.writeText(location.href); toast(W.copied); } catch { toast(location.href); }
  });
  const toggle = (name) => { if (view()[name + '_path']) set({ path: state.path === name ? '' : name }); };
  function nextPersona() {
    const ids = ['', ...journey.personas.map((persona) => persona.id).filter((id) => Object.hasOwn(journey.views, id))];
    set({ persona: ids[(ids.indexOf(state.persona) + 1) % ids.length] });
  }
  function walkMoments(step) {
    const ids = view().negative_moments_of_truth; if (!ids.length) return;
    const place = ids.indexOf(state.t);
    select(ids[place < 0 ? (step > 0 ? 0 : ids.length - 1) : (place + step + ids.length) % ids.length]);
  }
  const KEYS = {
    KeyG: () => set({ view: 'graph' }), KeyS: () => set({ view: 'sheet' }), KeyL: () => set({ view: 'list' }),
    KeyP: nextPersona, KeyY: () => toggle('likely'), KeyW: () => toggle('worst'),
    KeyN: () => walkMoments(1), KeyB: () => walkMoments(-1),
  };
  document.addEventListener('keydown', (event) => {
    const act = KEYS[event.code]; /* by place: a Russian layout sends other letters */
    if (act && !event.shiftKey && free(event)) { event.preventDefault(); act(); }
  });

  addEventListener('hashchange', () => {
    if (location.hash.length > 1 && !location.hash.includes('=')) return; /* a place of the page, no state */
    const found = read(), changed = new Set(Object.keys(found)); Object.assign(state, found); show(changed);
  });
  Object.assign(state, read());
  window.cjmJourney = { journey, state, at, byId, small, figures, view, path, set, onChange, select, keepFocus: true };
  /* who follows has begun to when the page is complete */
  document.addEventListener('DOMContentLoaded', () => show(new Set(Object.keys(state))));
})();
