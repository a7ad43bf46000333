/* A listing: search, filters, order, and only as many items as are asked for. All of it stands in the address. */
(function () {
  'use strict';
  const { W, h, fill } = window.cjm;
  const list = document.querySelector('[data-listing]'), form = document.getElementById('filters'); if (!list || !form) return;
  const more = document.getElementById('more'), none = document.getElementById('none'), said = document.getElementById('said');
  const head = list.closest('table')?.tHead, step = Number(list.dataset.step);
  const fields = [...form.elements].filter((field) => field.name);
  /* what people wrote: all of it stands in bdi, and what is not shown in data-q */
  const written = (node) => [node.dataset.q, ...[...node.querySelectorAll('bdi')].map((text) => text.textContent)].join(' ').toLowerCase();
  const items = [...list.children].map(known);
  let state = new URLSearchParams(), limit = step;

  function known(node) {
    return { node, text: written(node), values: JSON.parse(node.dataset.v || '{}'), filters: JSON.parse(node.dataset.f || '{}') };
  }
  /* what the address asks for and the form has; all else is ignored, a plain anchor left alone */
  const anchor = () => location.hash && !location.hash.includes('=');
  function take() {
    state = new URLSearchParams(anchor() ? '' : location.hash.slice(1));
    for (const field of fields) {
      const asked = state.get(field.name) || '';
      if (field.type === 'checkbox') field.checked = asked === field.value;
      else if (field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === asked)) field.value = asked;
    }
  }
  function write() {
    const hash = state.toString();
    if (!hash && anchor()) return;
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
  }
  function compare(a, b) {
    if (a == null || b == null) return (a == null) - (b == null);
    return typeof a === 'string' ? a.localeCompare(b, W.language) : a - b;
  }
  function sorted(hits) {
    const first = head?.querySelector('[data-first-sort]')?.dataset.sort;
    if (!first || !items.length) return hits;
    const asked = state.get('sort'), name = asked in items[0].values ? asked : first, down = state.get('dir') === 'down';
    for (const cell of head.querySelectorAll('[data-sort]')) cell.setAttribute('aria-sort', cell.dataset.sort === name ? (down ? 'descending' : 'ascending') : 'none');
    return hits.sort((a, b) => {
      const x = a.values[name], y = b.values[name];
      return x == null || y == null || !down ? compare(x, y) : -compare(x, y); /* what is not known stands last either way */
    });
  }
  function draw() {
    const asked = Object.fromEntries(new FormData(form)), words = (asked.q || '').toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = Object.entries(asked).filter(([name, value]) => name !== 'q' && value);
    const hits = sorted(items.filter((item) => words.every((word) => item.text.includes(word)) && chosen.every(([name, value]) => (item.filters[name] || []).includes(value))));
    list.replaceChildren(...hits.slice(0, limit).map((item) => item.node));
    said.textContent = fill(W.shown, Math.min(limit, hits.length), items.length);
    more.hidden = hits.length <= limit;
    if (!more.hidden) more.firstElementChild.textContent = fill(W.more, Math.min(step, hits.length - limit));
    none.hidden = hits.length > 0; (list.closest('table') || list).hidden = !hits.length;
    for (const field of fields) if (asked[field.name]) state.set(field.name, asked[field.name]); else state.delete(field.name);
    write();
  }
  const again = () => { limit = step; draw(); };
  form.addEventListener('input', again);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelectorAll('[data-act="reset"]').forEach((button) => button.addEventListener('click', () => {
    for (const field of fields) if (field.type === 'checkbox') field.checked = false; else field.value = '';
    again();
  }));
  more.firstElementChild.addEventListener('click', () => { limit += step; draw(); });
  head?.addEventListener('click', (event) => {
    const cell = event.target.closest('[data-sort]'); if (!cell) return;
    state.set('dir', cell.getAttribute('aria-sort') === 'ascending' ? 'down' : 'up');
    state.set('sort', cell.dataset.sort); draw();
  });
  addEventListener('hashchange', () => { if (!anchor()) { take(); again(); } });

  /* beyond the first page items are data: a script, since a page cannot fetch where there is no server */
  if (list.dataset.more) {
    if (list.dataset.part !== '0') { location.replace(list.dataset.first + location.hash); return; }
    document.getElementById('parts').hidden = true;
    const script = h('script', { src: list.dataset.more });
    script.onload = () => {
      const holder = document.createElement('template'), table = list.tagName === 'TBODY';
      holder.innerHTML = (table ? '<table><tbody>' : '<ol>') + window.cjmRows.join('') + (table ? '</tbody></table>' : '</ol>'); /* our own template's, every text escaped */
      const added = [...(table ? holder.content.querySelector('tbody') : holder.content.firstChild).children];
      items.push(...added.map(known)); draw(); document.dispatchEvent(new Event('cjm-more'));
    };
    document.head.append(script);
  }
  window.cjm.listing = { items, state: () => state, write };
  take(); draw();
})();
