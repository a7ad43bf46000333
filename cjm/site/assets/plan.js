/* What to fix first: the frontier as a chart, a budget below it, and what a point of it changes. */
(function () {
  'use strict';
  const page = window.cjmJourney, host = document.getElementById('frontier');
  if (!page || !host || !page.journey.plan) return;
  const { W, h } = window.cjm, N = window.cjmNumbers, plan = page.journey.plan;
  const HEIGHT = 250, LEFT = 62, RIGHT = 20, TOP = 30, FOOT = 36;
  const LABEL = 40; /* units between two costs below the axis */
  const NEAR = 0.012; /* of the axis: so near to a point the thumb is drawn to it */
  const slider = document.getElementById('budget');
  const most = Number(host.dataset.most), first = Number(host.dataset.first);

  const objective = () => (plan[page.state.objective] ? page.state.objective : 'balance');
  const frontier = () => plan[objective()].frontier;
  const total = (number, rests) => N.marked(N.total(number), rests);
  const share = (number, rests) => N.marked(N.share(number), rests);
  const assumed = (point) => point.assumed.length > 0;
  const value = (point) => (objective() === 'balance' ? total(point.value, assumed(point)) : share(point.value, assumed(point)));
  function budget() {
    const given = page.state.budget;
    return given === null || given === undefined || given === '' ? first : Math.min(Math.max(0, Number(given)), most);
  }
  const bought = () => frontier().filter((point) => point.cost <= budget() + 1e-9).at(-1) || frontier()[0];

  /* Five units of cost a key; where costs are thousands or tenths, as many of them. */
  function step() {
    const power = most >= 2000 ? Math.floor(Math.log10(most / 200)) : most < 20 ? Math.floor(Math.log10(most / 20)) : 0;
    return 5 * 10 ** power;
  }
  function spend(cost) {
    const unit = step() / 5, near = frontier().find((point) => Math.abs(point.cost - cost) <= NEAR * most);
    const round = near ? near.cost : Number((Math.round(cost / unit) * unit).toPrecision(12));
    page.set({ budget: Math.min(most, Math.max(0, round)) });
  }

  /* ---- the chart ---- */
  function draw() {
    const width = Math.max(260, host.clientWidth || 640), points = frontier(), at = bought();
    const values = points.map((point) => point.value), low = Math.min(0, ...values), high = Math.max(0, ...values);
    const slack = (high - low || 1) * 0.08;
    const x = (cost) => LEFT + (cost / (most || 1)) * (width - LEFT - RIGHT);
    const y = (v) => TOP + ((high + slack - v) / (high - low + 2 * slack)) * (HEIGHT - TOP - FOOT);
    const line = (name, x1, y1, x2, y2) => h('line', { class: name, x1, y1, x2, y2 });
    const text = (name, px, py, anchor, words) => h('text', { class: name, x: px, y: py, 'text-anchor': anchor }, words);
    const chart = h('svg', { class: 'chart', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': told(points) });
    for (const point of points) chart.append(line('gridline', x(point.cost), TOP, x(point.cost), HEIGHT - FOOT));
    chart.append(line('zero', LEFT, y(0), width - RIGHT, y(0)));
    chart.append(text('', LEFT - 10, y(0) + 4, 'end', objective() === 'balance' ? '0' : share(0)));
    let path = '';
    points.forEach((point, n) => { path += n ? `H${x(point.cost)}V${y(point.value)}` : `M${x(point.cost)} ${y(point.value)}`; });
    chart.append(h('path', { class: 'step', d: `${path}H${width - RIGHT}` }));
    chart.append(line('cut', x(budget()), TOP - 8, x(budget()), HEIGHT - FOOT));
    for (const point of points) {
      const on = point === at;
      chart.append(h('circle', { class: on ? 'pt on' : 'pt', cx: x(point.cost), cy: y(point.value), r: on ? 8 : 5.5, onclick: () => spend(point.cost) },
        h('title', {}, `${N.quantity(point.cost)}: ${value(point)}`)));
    }
    for (const cost of labelled(points.map((point) => point.cost), x)) chart.append(text('', x(cost), HEIGHT - 12, 'middle', N.quantity(cost)));
    const left = x(at.cost) > LEFT + 90, above = y(at.value) - 14;
    chart.append(text('strong halo', x(at.cost) + (left ? -13 : 13), above, left ? 'end' : 'start', value(at)));
    host.replaceChildren(chart);
  }
  /* The last cost, and of the others those that have room before the next. */
  function labelled(costs, x) {
    const kept = [costs.at(-1)];
    for (const cost of costs.slice(0, -1).reverse()) if (x(kept[0]) - x(cost) >= LABEL) kept.unshift(cost);
    return kept;
  }
  const told = (points) => points.map((point) => `${N.quantity(point.cost)}: ${value(point)}`).join('; ');

  /* ---- what the chosen set changes ---- */
  function liftsOf(ids) {
    const lifts = page.byId();
    for (const one of page.journey.improvements) {
      if (ids.includes(one.id)) for (const lift of one.lifts) lifts[lift.touchpoint] = (lifts[lift.touchpoint] || 0) + lift.points;
    }
    return lifts;
  }
  function changes() {
    const at = bought(), view = page.journey.views[''];
    const after = window.cjmWhatIf.sums(page.journey, '', liftsOf(at.improvements));
    /* what was proved stands as it was computed; only the other figure is computed here */
    const balance = objective() === 'balance' ? at.value : after.balance;
    const unhappy = objective() === 'disappointed' ? at.value : after.disappointed;
    const rests = (name) => view.assumed.includes(name);
    const rows = [[W.balance, total(view.balance, rests('balance')), total(balance, rests('balance'))]];
    if (view.disappointed) {
      const before = view.disappointed.share, known = unhappy !== null;
      rows.push([W.disappointed, share(before, rests('disappointed')), known ? share(unhappy, rests('disappointed')) : W.notHere]);
      if (known && view.customers) rows.push(['', people(before, view.customers), people(unhappy, view.customers)]);
    }
    document.getElementById('plan-change').replaceChildren(...rows.flatMap(([name, now, then]) => [
      h('dt', {}, name), h('dd', { class: 'num' }, now), h('dd', { class: 'muted', 'aria-hidden': 'true' }, '→'), h('dd', { class: 'then num' }, then)]));
  }
  function people(part, customers) {
    const count = N.quantity(Math.round(part * customers.value));
    return '≈\u00a0' + count + (customers.per ? '\u00a0' + W['per_' + customers.per] : '');
  }
  function improvements() {
    const ids = bought().improvements;
    for (const item of document.querySelectorAll('#plan-list [data-improvement]')) {
      const on = ids.includes(item.dataset.improvement);
      item.classList.toggle('on', on);
      item.classList.toggle('off', !on);
      item.querySelector('title').textContent = on ? W.chosen : W.left;
    }
  }

  function show(changed) {
    if (!changed.has('objective') && !changed.has('budget')) return;
    for (const node of document.querySelectorAll('#plan [data-objective]')) node.hidden = node.dataset.objective !== objective();
    slider.value = budget();
    slider.setAttribute('aria-valuetext', `${N.quantity(budget())}: ${value(bought())}`);
    document.getElementById('budget-out').textContent = N.quantity(budget());
    draw();
    changes();
    improvements();
  }
  slider.addEventListener('input', () => spend(Number(slider.value)));
  slider.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = (Math.round(budget() / step()) + by) * step();
    page.set({ budget: Math.min(most, Math.max(0, Number(next.toPrecision(12)))) });
  });
  for (const details of document.querySelectorAll('#plan .points')) { details.open = false; details.classList.add('noprint'); }
  let timer;
  addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(draw, 120); });
  page.onChange(show);
})();
