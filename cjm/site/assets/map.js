/* The map: the picture of the view, zoom and pan, the way that is chosen, and walking by arrows. */
(function () {
  'use strict';
  const page = window.cjmJourney; if (!page) return;
  const { h, free, NB } = window.cjm, { journey, state, at, small } = page;
  const $ = (selector) => document.querySelector(selector);
  const stage = $('section.stage'), canvas = $('.canvas'), list = $('.list'), out = $('.zoom output');
  const LARGEST = 1.2; /* times its own size */
  const TINY = 0.1, READ = 0.3, LOWEST = 240; /* a card is a dot; it can be told; pixels that a map of dots is high */
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const pictures = new Map([['graph', canvas.querySelector('svg')]]);
  for (const template of document.querySelectorAll('template[data-picture]')) pictures.set(template.dataset.picture, template);
  const ofAll = $('.of-all');
  const paper = $('.print .sheet svg'); /* the sheet stands where it is printed, and is copied from there */
  if (paper) pictures.set('sheet', paper);
  let svg = null, shown = '', full = [0, 0, 1, 1], box = full;

  const card = (id) => svg && svg.querySelector(`.touchpoint[data-touchpoint="${CSS.escape(id)}"]`);
  const row = (id) => document.getElementById('t-' + id);
  function pictureOf() {
    const asked = state.persona ? state.view + ' ' + state.persona : state.view;
    return pictures.has(asked) ? asked : state.view;
  }
  function again(picture) { const copy = picture.cloneNode(true); copy.removeAttribute('id'); return copy; } /* strips of paper show the one that has it */
  function mount() {
    const isList = state.view === 'list';
    stage.hidden = isList; list.classList.toggle('on', isList);
    for (const node of document.querySelectorAll('.needs-map')) node.hidden = isList;
    if (isList) { fade(); return; }
    const name = pictureOf();
    if (name !== shown) {
      let picture = pictures.get(name);
      if (picture.content || picture === paper) { picture = picture === paper ? again(paper) : picture.content.firstElementChild; pictures.set(name, picture); }
      prepare(picture); shown = name;
    }
    if (ofAll) ofAll.hidden = !state.persona || name !== state.view;
    fade();
  }
  function prepare(picture) {
    svg = picture; canvas.replaceChildren(svg);
    svg.setAttribute('role', 'group'); /* what is in it can be reached */
    svg.setAttribute('aria-label', svg.querySelector('title')?.textContent || journey.id);
    const [width, height] = svg.getAttribute('data-size')?.split(' ').map(Number) || [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
    svg.setAttribute('data-size', width + ' ' + height);
    svg.removeAttribute('width'); svg.removeAttribute('height');
    fit();
    for (const node of svg.querySelectorAll('.touchpoint')) {
      node.setAttribute('role', 'button'); node.setAttribute('tabindex', '-1'); /* its title names it */
    }
    (card(state.t) || svg.querySelector('.touchpoint'))?.setAttribute('tabindex', '0');
  }

  /* ---- zoom and pan: the whole map as wide as the page, but a small one not much larger than it is ---- */
  function fit() {
    const [width, height] = svg.getAttribute('data-size').split(' ').map(Number);
    const room = Math.max(width, canvas.clientWidth / LARGEST);
    const high = canvas.clientWidth / room < TINY ? Math.max(height, LOWEST * room / canvas.clientWidth) : height;
    full = [(width - room) / 2, (height - high) / 2, room, high]; box = [...full]; draw();
  }
  const scale = () => canvas.clientWidth / box[2];
  function draw() {
    svg.style.aspectRatio = full[2] + ' / ' + full[3];
    svg.setAttribute('viewBox', box.map((value) => Math.round(value * 10) / 10).join(' '));
    out.textContent = Math.round(scale() * 100) + (window.cjm.W.language === 'ru' ? NB : '') + '%';
  }
  const within = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
  function clamp() {
    box[0] = within(box[0], full[0], full[0] + full[2] - box[2]); box[1] = within(box[1], full[1], full[1] + full[3] - box[3]);
  }
  function zoom(factor, x = box[0] + box[2] / 2, y = box[1] + box[3] / 2) {
    const width = within(box[2] / factor, Math.min(full[2] / 5, canvas.clientWidth), full[2]), k = width / box[2];
    box = [x - (x - box[0]) * k, y - (y - box[1]) * k, width, box[3] * k]; clamp(); draw();
  }
  function whole() { box = [...full]; if (svg) draw(); }
  let from = null, moved = false;
  canvas.addEventListener('pointerdown', (event) => {
    moved = false;
    if (event.button || box[2] >= full[2] - 1) return;
    from = [event.clientX, event.clientY, ...box];
  });
  addEventListener('pointermove', (event) => {
    if (!from) return;
    const k = box[2] / canvas.clientWidth, dx = event.clientX - from[0], dy = event.clientY - from[1];
    if (Math.abs(dx) + Math.abs(dy) > 4) { moved = true; canvas.classList.add('grabbing'); }
    box[0] = from[2] - dx * k; box[1] = from[3] - dy * k; clamp(); draw();
  });
  addEventListener('pointerup', () => { from = null; canvas.classList.remove('grabbing'); });
  canvas.addEventListener('wheel', (event) => { /* a plain wheel scrolls the page */
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const place = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, box[0] + ((event.clientX - place.left) / place.width) * box[2], box[1] + ((event.clientY - place.top) / place.height) * box[3]);
  }, { passive: false });
  const ZOOMS = { in: () => zoom(scale() < TINY ? READ / scale() : 1.3), out: () => zoom(1 / 1.3), fit: whole };
  for (const button of document.querySelectorAll('[data-zoom]')) button.addEventListener('click', ZOOMS[button.dataset.zoom]);

  /* ---- the chosen touchpoint and path ---- */
  function fade() {
    const path = page.path(), ids = path && new Set(path.touchpoints), last = path && path.touchpoints.at(-1);
    const key = (a, b) => a + '\u0000' + b;
    const ways = path && new Set(path.touchpoints.slice(1).map((id, n) => key(path.touchpoints[n], id)));
    if (path && path.bounded === false && path.touchpoints.length) ways.add(key(last, path.touchpoints[0])); /* a loop closes */
    for (const node of list.querySelectorAll('.tp')) node.hidden = !!ids && !ids.has(node.dataset.touchpoint);
    if (!svg || state.view === 'list') return;
    for (const node of svg.querySelectorAll('.touchpoint')) {
      const id = node.dataset.touchpoint;
      node.classList.toggle('faded', !!ids && !ids.has(id));
      node.classList.toggle('selected', id === state.t);
      node.setAttribute('aria-pressed', String(id === state.t));
    }
    for (const node of svg.querySelectorAll('.transition, .label')) node.classList.toggle('faded', !!ways && !ways.has(key(node.dataset.from, node.dataset.to)));
    for (const node of svg.querySelectorAll('.drop-off')) node.classList.toggle('faded', !!ids && node.dataset.touchpoint !== last);
    for (const node of svg.querySelectorAll('.outcome')) node.classList.toggle('faded', !!ids && node.dataset.for !== last);
    for (const node of svg.querySelectorAll('.start-marker')) node.classList.toggle('faded', !!ids && node.dataset.for !== path.touchpoints[0]);
    ghosts();
  }
  /* what C would become where the experience is another one */
  function ghosts() {
    for (const old of svg.querySelectorAll('.ghost')) old.remove();
    if (state.view !== 'graph' || !window.cjmWhatIf) return;
    const scores = window.cjmWhatIf.scores(journey, state.persona || null, state.if);
    for (const id of Object.keys(state.if)) {
      const node = card(id), frame = node && node.querySelector('rect'); if (!frame) continue;
      const right = Number(frame.getAttribute('x')) + Number(frame.getAttribute('width')), top = Number(frame.getAttribute('y'));
      const { O, B } = scores[at[id]]; if (O == null || B == null) continue;
      node.append(h('g', { class: 'ghost' }, h('rect', { x: right - 80, y: top - 46, width: 72, height: 30, rx: 6 }), h('text', { x: right - 44, y: top - 25 }, '→ ' + window.cjmNumbers.gap(O, B, page.digits(at[id], [[O, B]])))));
    }
  }
  function glide(top) { scrollTo({ top: Math.max(0, top), behavior: still.matches ? 'auto' : 'smooth' }); }
  /* the toolbar goes to the top, so that the panel covers nothing but map; then the card into sight */
  function bring(id) {
    const bar = $('.toolbar'), head = $('.topbar').offsetHeight;
    const above = (state.view === 'list' ? list : stage).getBoundingClientRect().top + scrollY - head - bar.offsetHeight;
    const node = state.view === 'list' ? row(id) : card(id); if (!node) return;
    const place = node.getBoundingClientRect();
    if (state.view !== 'list' && !small.matches) {
      const edge = innerWidth - 464 - 150; /* beside the panel, with room for its ways out */
      if (place.right > edge) { box[0] += (place.right - edge) * (box[2] / canvas.clientWidth); draw(); }
    }
    glide(Math.max(above, scrollY + place.top - innerHeight * 0.45));
  }

  /* ---- one tab stop; arrows walk the journey ---- */
  function focusOn(id) {
    if (state.view === 'list') { row(id)?.querySelector('summary')?.focus({ preventScroll: true }); return; }
    for (const node of svg.querySelectorAll('.touchpoint')) node.setAttribute('tabindex', node.dataset.touchpoint === id ? '0' : '-1');
    card(id)?.focus({ preventScroll: true });
  }
  function neighbour(id, key) {
    const place = at[id], points = page.figures(), ways = journey.touchpoints[place].ways;
    if (key === 'ArrowRight') return [...ways].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (key === 'ArrowLeft') {
      let best = null, widest = -1;
      journey.touchpoints.forEach((point, n) => point.ways.forEach(([to, share]) => {
        const flow = (points[n].visits ?? 1) * share;
        if (to === place && flow > widest) { widest = flow; best = n; }
      }));
      return best;
    }
    const together = journey.touchpoints.map((point, n) => n).filter((n) => journey.touchpoints[n].stage === journey.touchpoints[place].stage);
    return together[together.indexOf(place) + (key === 'ArrowDown' ? 1 : -1)];
  }
  canvas.addEventListener('click', (event) => {
    if (moved || event.target.closest('a')) return;
    const node = event.target.closest('.touchpoint'); if (node) page.select(node.dataset.touchpoint);
  });
  canvas.addEventListener('keydown', (event) => {
    const node = event.target.closest('.touchpoint'); if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = node.dataset.touchpoint;
    if (event.key === 'Enter' || event.key === ' ') { if (event.target.closest('a')) return; event.preventDefault(); page.select(id); return; }
    if (!/^Arrow(Left|Right|Up|Down)$/.test(event.key)) return;
    event.preventDefault(); /* the page stands still while arrows walk */
    const to = neighbour(id, event.key); if (to == null) return;
    const next = journey.touchpoints[to].id;
    focusOn(next); if (state.t) page.select(next, true); else seen(next);
  });
  function seen(id) {
    const place = card(id).getBoundingClientRect(), top = $('.toolbar').getBoundingClientRect().bottom;
    if (place.top < top || place.bottom > innerHeight) glide(scrollY + place.top - innerHeight * 0.45);
  }
  const CODES = { Equal: ZOOMS.in, NumpadAdd: ZOOMS.in, Minus: ZOOMS.out, NumpadSubtract: ZOOMS.out, Digit0: whole, Numpad0: whole };
  const SIGNS = { '+': ZOOMS.in, '=': ZOOMS.in, '-': ZOOMS.out, 0: whole };
  document.addEventListener('keydown', (event) => {
    const act = SIGNS[event.key] || CODES[event.code];
    if (act && svg && state.view !== 'list' && free(event)) { event.preventDefault(); act(); }
  });

  /* which part of the map is seen, in parts of it, for a page that is loaded again; null is all of it */
  function part(kept) {
    if (!svg || state.view === 'list') return null;
    if (kept) { box = [full[0] + kept[0] * full[2], full[1] + kept[1] * full[3], kept[2] * full[2], kept[2] * full[3]]; clamp(); draw(); }
    return box[2] >= full[2] ? null : [(box[0] - full[0]) / full[2], (box[1] - full[1]) / full[3], box[2] / full[2]];
  }

  page.map = { bring, focusOn, whole, part };
  page.onChange((changed) => {
    if (changed.has('view') || changed.has('persona')) mount(); else fade();
    if (changed.has('stage') && state.stage && !state.t) {
      const first = journey.touchpoints.find((point) => point.stage === state.stage);
      if (first) requestAnimationFrame(() => bring(first.id));
    }
  });
  let timer = 0;
  addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(() => { if (svg && state.view !== 'list') fit(); }, 120); });
})();
