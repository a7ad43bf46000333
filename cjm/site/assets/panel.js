/* The panel: a touchpoint beside the map, and what would come of another experience there. */
(function () {
  'use strict';
  const page = window.cjmJourney; if (!page) return;
  const { W, fill } = window.cjm, N = window.cjmNumbers, { journey, state, at } = page;
  const $ = (selector) => document.querySelector(selector), root = document.documentElement;
  const panel = $('.panel'), heading = panel.querySelector('h2'), where = panel.querySelector('.where span'), body = panel.querySelector('.body');
  const slot = document.getElementById('what-if');
  let open = '';

  /* O and B of a touchpoint are written with the digits that all of it needs */
  page.digits = (place, more = []) => {
    const point = journey.touchpoints[place], own = page.figures()[place];
    const side = (score) => (score ? score.score : null);
    const pairs = point.by_persona.map((one) => [side(one.expectation), side(one.experience)]);
    return N.scoreDigits([[own.expectation, own.experience], ...pairs, ...more], journey.scale);
  };

  function draw() {
    if (!state.t) { shut(); return; }
    const row = document.getElementById('t-' + state.t), point = journey.touchpoints[at[state.t]];
    const before = open === state.t ? panel.scrollTop : 0;
    heading.textContent = point.title || point.id; heading.setAttribute('dir', 'auto');
    const titles = [journey.stages.find((one) => one.id === point.stage), journey.channels.find((one) => one.id === point.channel)];
    where.textContent = titles.filter(Boolean).map((one) => one.title || one.id).join(' · ');
    const folds = [...body.querySelectorAll('details')].map((fold) => fold.open);
    const dossier = row.querySelector('.dossier').cloneNode(true);
    body.replaceChildren(dossier);
    if (open === state.t) [...body.querySelectorAll('details')].forEach((fold, n) => { fold.open = folds[n] ?? fold.open; });
    for (const node of body.querySelectorAll('[data-lived]')) node.hidden = node.dataset.lived !== state.persona;
    whatIf(body.querySelector('.whatif-here'));
    panel.hidden = false; behind(); root.classList.add('with-panel'); panel.scrollTop = before; open = state.t;
  }
  /* a phone's panel lies over the list: nothing of it is reached until the panel is shut */
  function behind() { $('.list').inert = page.small.matches && !panel.hidden; }
  page.small.addEventListener('change', behind);
  function shut() {
    if (panel.hidden) return;
    panel.hidden = true; behind(); root.classList.remove('with-panel'); body.replaceChildren();
    page.map.whole(); if (open) page.map.focusOn(open); open = '';
  }

  /* ---- what-if ---- */
  const E = window.cjmWhatIf;
  const scoresHere = (lifts) => E.scores(journey, state.persona || null, lifts)[at[state.t]];
  function whatIf(holder) {
    const now = E && scoresHere({});
    if (!now || now.B == null || page.view().balance == null) { holder.remove(); return; }
    const block = slot.content.cloneNode(true), slider = block.querySelector('input');
    /* by half a point from where the experience is now, which may lie between, to the ends of the scale */
    const [low, high] = journey.scale, width = high - low, half = width < 2 ? width / 20 : Math.max(0.5, width / 1000), chosen = N.rounded(now.B + (state.if[state.t] || 0)), stops = [low, high, now.B, chosen];
    for (let apart = half; apart < width; apart += half) stops.push(N.rounded(now.B - apart), N.rounded(now.B + apart));
    const steps = [...new Set(stops)].filter((one) => one >= low && one <= high).sort((a, b) => a - b);
    const place = (value) => { slider.value = steps.indexOf(value); }, here = () => steps[slider.value];
    slider.min = 0; slider.max = steps.length - 1; place(Math.min(high, Math.max(low, chosen)));
    holder.replaceChildren(block);
    const show = () => { tell(holder, now, here()); slider.setAttribute('aria-valuetext', holder.querySelector('output').textContent); };
    slider.addEventListener('input', () => {
      const points = N.rounded(here() - now.B), lifts = page.byId(state.if);
      if (points) lifts[state.t] = points; else delete lifts[state.t];
      page.set({ if: lifts }); show();
    });
    holder.querySelector('[data-act="as-it-is"]').addEventListener('click', () => { page.set({ if: page.byId() }); place(now.B); show(); slider.focus(); });
    show();
  }
  function tell(holder, now, then) {
    const lifted = N.rounded(then - now.B) !== 0, any = Object.keys(state.if).length > 0;
    const digits = page.digits(at[state.t], [[now.O, then]]), B = N.score(now.B, digits);
    holder.querySelector('output').textContent = lifted ? `${B} → ${N.score(then, digits)}` : B;
    const change = comesTo(state.if, state.persona);
    for (const [name, text] of Object.entries(change.now)) holder.querySelector(`[data-now="${name}"]`).textContent = text;
    for (const [name, text] of Object.entries(change.then)) holder.querySelector(`[data-then="${name}"]`).textContent = text;
    for (const node of holder.querySelectorAll('.crowd')) node.hidden = !change.now.crowd || !change.then.crowd;
    const said = holder.querySelector('[data-said]'); said.hidden = !change.said; said.textContent = change.said || '';
    holder.querySelector('[data-act="as-it-is"]').hidden = !any;
  }
  /* balance, disappointed and people: as they are, and with these points of B added */
  function comesTo(lifts, persona) {
    const view = journey.views[persona], id = persona || null, any = Object.keys(lifts).length > 0;
    const balances = [view.balance, any ? E.balance(journey, id, lifts) : view.balance];
    const unhappy = view.disappointed, share = any ? E.disappointed(journey, id, lifts) : unhappy && unhappy.share;
    const shares = [unhappy && unhappy.share, unhappy && !unhappy.exact && any ? null : share];
    const digits = (values, write) => { let more = 0; while (more < 3 && values[0] !== values[1] && write(values[0], more) === write(values[1], more)) more += 1; return values.map((value) => write(value, more)); };
    const assumed = (name) => view.assumed.includes(name), about = assumed('disappointed') || Boolean(unhappy && !unhappy.exact);
    const [b0, b1] = digits(balances, (value, more) => N.marked(N.total(value, true, more), assumed('balance')));
    const known = shares[0] != null && shares[1] != null;
    const [d0, d1] = known ? digits(shares, (value, more) => N.marked(N.share(value, more), about)) : shares.map((value) => (value == null ? '–' : N.marked(N.share(value), about)));
    const count = view.customers && view.customers.value;
    const crowd = (value) => (count && value != null ? fill(W.people, N.quantity(Math.round(value * count)), view.customers.per ? W['per_' + view.customers.per] : W.customers) : '');
    return {
      now: { balance: b0, disappointed: d0, crowd: crowd(shares[0]) }, then: { balance: b1, disappointed: d1, crowd: crowd(shares[1]) },
      said: unhappy && shares[1] == null ? (unhappy.exact ? W.tooLarge : W.simulated) : '',
      balance: balances[1], sign: balances[1] < 0 ? 'd' : balances[1] > 0 ? 'a' : '',
    };
  }
  page.comesTo = comesTo;

  /* the figures at the head follow, and say what they are now */
  const notes = new Map();
  function headline() {
    const story = document.querySelector(`.story[data-lived="${CSS.escape(state.persona)}"]`); if (!story || !E) return;
    const any = Object.keys(state.if).length > 0 && journey.views[state.persona].balance != null;
    const change = any && comesTo(state.if, state.persona);
    for (const name of ['balance', 'disappointed']) {
      const value = story.querySelector(`[data-figure="${name}"]`), note = story.querySelector(`[data-note="${name}"]`);
      if (!notes.has(value)) notes.set(value, [value.textContent, value.className, note.textContent]);
      const [text, kind, said] = notes.get(value);
      value.textContent = any ? change.then[name] : text; note.textContent = any ? fill(W.now, change.now[name]) : said;
      value.className = any && name === 'balance' ? 'v num ' + change.sign : kind;
    }
  }

  /* ---- opening, walking, closing ---- */
  const step = (by) => page.select(journey.touchpoints[(at[state.t] + by + journey.touchpoints.length) % journey.touchpoints.length].id);
  panel.querySelector('[data-act="previous"]').addEventListener('click', () => step(-1));
  panel.querySelector('[data-act="next"]').addEventListener('click', () => step(1));
  panel.querySelector('[data-act="close-panel"]').addEventListener('click', () => page.set({ t: '' }));
  panel.addEventListener('click', (event) => { if (event.target === panel && event.clientY < panel.getBoundingClientRect().top) page.set({ t: '' }); }); /* what lies above a phone's panel */
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.t && !document.querySelector('dialog[open]')) page.set({ t: '' });
  });
  $('.list').addEventListener('click', (event) => { /* with scripts a row opens the panel */
    const summary = event.target.closest('.tp > summary'); if (!summary) return;
    event.preventDefault(); page.select(summary.parentElement.dataset.touchpoint);
  });

  page.onChange((changed) => {
    if (changed.has('if')) headline();
    if (changed.has('persona')) headline();
    if (!changed.has('t') && !changed.has('persona')) return;
    draw();
    if (!changed.has('t') || !state.t) return;
    requestAnimationFrame(() => page.map.bring(state.t));
    if (!page.keepFocus) heading.focus({ preventScroll: true });
  });
})();
