/* The portfolio's table: filter, sort, and only as many rows as are asked for. All of it stands in the address. */
(function () {
  'use strict';
  const { W, h, fill } = window.cjm;
  const table = document.getElementById('journeys'); if (!table) return;
  const STEP = 60, FILTERS = ['persona', 'channel', 'stage', 'owner', 'state'];
  const body = table.tBodies[0], form = document.getElementById('filters'), said = document.getElementById('said');
  const more = document.getElementById('more'), none = document.getElementById('none');
  const state = new URLSearchParams(location.hash.slice(1));
  const keys = [...body.rows].map(keyOf);
  let limit = STEP;

  function keyOf(row) {
    return { row, text: row.dataset.q, values: JSON.parse(row.dataset.v), filters: JSON.parse(row.dataset.f) };
  }
  for (const field of form.elements) {
    const asked = field.name && state.get(field.name); if (!asked) continue;
    if (field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === asked)) field.value = asked;
  }
  function compare(a, b) {
    if (a == null || b == null) return (a == null) - (b == null);
    return typeof a === 'string' ? a.localeCompare(b, W.language) : a - b;
  }
  function draw() {
    const asked = Object.fromEntries(new FormData(form)), words = asked.q.toLowerCase().split(/\s+/).filter(Boolean);
    const sort = keys.length && state.get('sort') in keys[0].values ? state.get('sort') : 'balance', down = state.get('dir') === 'down';
    const hits = keys.filter((key) => words.every((word) => key.text.includes(word)) && FILTERS.every((name) => !asked[name] || (key.filters[name] || []).includes(asked[name])));
    hits.sort((a, b) => {
      const x = a.values[sort], y = b.values[sort];
      return x == null || y == null || !down ? compare(x, y) : -compare(x, y); /* what is not known stands last either way */
    });
    body.replaceChildren(...hits.slice(0, limit).map((key) => key.row));
    said.textContent = fill(W.shown, Math.min(limit, hits.length), keys.length);
    more.hidden = hits.length <= limit;
    if (!more.hidden) more.firstElementChild.textContent = fill(W.more, Math.min(STEP, hits.length - limit));
    none.hidden = hits.length > 0; table.hidden = !hits.length;
    for (const head of table.tHead.querySelectorAll('[data-sort]')) head.setAttribute('aria-sort', head.dataset.sort === sort ? (down ? 'descending' : 'ascending') : 'none');
    for (const [name, value] of Object.entries(asked)) if (value) state.set(name, value); else state.delete(name);
    const hash = state.toString();
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
  }
  form.addEventListener('input', () => { limit = STEP; draw(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelectorAll('[data-act="reset"]').forEach((button) => button.addEventListener('click', () => {
    for (const field of form.elements) if (field.name) field.value = '';
    limit = STEP; draw();
  }));
  more.firstElementChild.addEventListener('click', () => { limit += STEP; draw(); });
  table.tHead.addEventListener('click', (event) => {
    const head = event.target.closest('[data-sort]'); if (!head) return;
    state.set('dir', head.getAttribute('aria-sort') === 'ascending' ? 'down' : 'up');
    state.set('sort', head.dataset.sort); draw();
  });
  addEventListener('hashchange', () => location.reload());

  /* beyond the first page rows are data: a script, since a page cannot fetch where there is no server */
  if (table.dataset.more) {
    if (table.dataset.part !== '0') { location.replace('index.html' + location.hash); return; }
    document.getElementById('parts').hidden = true;
    const script = h('script', { src: table.dataset.more });
    script.onload = () => {
      const holder = document.createElement('template');
      holder.innerHTML = '<table><tbody>' + window.cjmRows.join('') + '</tbody></table>'; /* our own template's, every text escaped */
      keys.push(...[...holder.content.querySelectorAll('tr')].map(keyOf)); draw();
    };
    document.head.append(script);
  }
  draw();
})();
