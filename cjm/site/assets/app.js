/* What every page has: theme, numbers, search over everything, keys. Text is only ever set as text. */
(function () {
  'use strict';
  const root = document.documentElement, W = window.cjmWords || {};
  const MINUS = '\u2212', NB = '\u00a0', NONE = '–';
  const data = (id) => { const node = document.getElementById(id); return node ? JSON.parse(node.textContent) : null; };

  const SVG = new Set(['svg', 'g', 'path', 'line', 'circle', 'rect', 'text', 'polyline', 'polygon', 'tspan']);
  function h(name, attributes, ...children) {
    const node = SVG.has(name) ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value == null || value === false) continue;
      if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat(Infinity)) if (child != null && child !== false) node.append(child);
    return node;
  }
  function toast(text) {
    const node = h('div', { class: 'toast', role: 'status' }, text);
    document.body.append(node); setTimeout(() => node.remove(), 2200);
  }
  const fill = (template, ...values) => template.split('{}').reduce((text, part, n) => text + values[n - 1] + part);
  /* letters and signs only where nobody types, and under no dialog */
  const free = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('dialog[open]')
    && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  /* brings a part of a bar into the bar's view, and leaves the page where it is */
  function show(node) {
    const bar = node?.offsetParent; if (!bar) return;
    const before = node.offsetLeft, after = before + node.offsetWidth;
    if (before < bar.scrollLeft || after > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = (before + after - bar.clientWidth) / 2;
  }
  window.cjm = { data, show, W, h, toast, fill, free, MINUS, NB, NONE };

  /* theme: the system's until the reader chooses */
  document.querySelectorAll('[data-act="theme"]').forEach((button) => button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem('cjm-theme', root.dataset.theme); } catch { /* a private window */ }
  }));
  /* the other language opens at the same place */
  document.querySelectorAll('a[data-keep-hash]').forEach((link) => link.addEventListener('click', () => { link.hash = location.hash; }));
  document.querySelectorAll('.needs-script').forEach((node) => node.classList.remove('needs-script'));

  /* search over everything: / or Ctrl K */
  const palette = document.getElementById('palette');
  if (palette) {
    const input = palette.querySelector('input'), list = palette.querySelector('ul');
    let hits = [], at = 0;
    const text = (row) => row.words || (row.words = [row.title, row.kind, row.text].join(' ').toLowerCase());
    /* titles that begin with it come first, then those with a word that does, then all else */
    const rank = (row, word) => {
      const title = row.words, place = word ? title.indexOf(word) : 0;
      return place === 0 ? 0 : place > 0 && place < row.title.length && /[^\p{L}\p{N}]/u.test(title[place - 1]) ? 1 : 2;
    };
    const go = (row) => { palette.close(); location.href = root.dataset.up + row.url; };
    const paint = () => {
      list.replaceChildren(...hits.map((row, n) => h('li', { role: 'option', id: 'hit-' + n, 'aria-selected': n === at ? 'true' : 'false', onclick: () => go(row) },
        row.level ? h('span', { class: 'tag small ' + row.level }, row.gap) : h('span', {}), h('span', {}, row.title), h('small', {}, row.kind))),
      ...(hits.length ? [] : [h('li', { class: 'none', role: 'option', 'aria-selected': 'false' }, h('span', {}), W.nothing)]));
      input.setAttribute('aria-activedescendant', hits.length ? 'hit-' + at : '');
      input.setAttribute('aria-expanded', String(hits.length > 0));
      list.children[at]?.scrollIntoView({ block: 'nearest' });
    };
    const draw = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean), found = [[], [], []];
      for (const row of window.cjmIndex || []) if (words.every((word) => text(row).includes(word))) found[rank(row, words[0])].push(row);
      hits = found.flat().slice(0, 40);
      at = 0; paint();
    };
    input.addEventListener('input', draw);
    input.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && hits.length) { at = (at + step + hits.length) % hits.length; paint(); event.preventDefault(); }
      const end = { Home: 0, End: hits.length - 1 }[event.key];
      if (end != null && hits.length && event.ctrlKey) { at = end; paint(); event.preventDefault(); }
      if (event.key === 'Enter' && hits[at]) { event.preventDefault(); go(hits[at]); }
    });
    const open = () => {
      input.value = ''; draw(); palette.showModal(); input.focus();
      if (window.cjmIndex || document.getElementById('index')) return;
      const script = h('script', { id: 'index', src: root.dataset.up + '../assets/search.' + W.language + '.js' });
      script.onload = draw; document.head.append(script);
    };
    document.querySelectorAll('[data-act="find"]').forEach((button) => button.addEventListener('click', open));
    document.addEventListener('keydown', (event) => {
      const slash = event.key === '/' || (event.code === 'Slash' && !event.shiftKey); /* by place: a Russian layout sends a dot */
      const control = event.code === 'KeyK' && (event.ctrlKey || event.metaKey);
      if ((slash && free(event)) || (control && !document.querySelector('dialog[open]'))) { event.preventDefault(); open(); }
      else if ((event.key === '?' || (event.code === 'Slash' && event.shiftKey)) && free(event)) document.getElementById('keys').showModal();
    });
  }
  window.cjm.show(document.querySelector('.nav [aria-current]')); /* of many pages a phone's bar shows some */
  document.querySelectorAll('dialog [data-act="close"]').forEach((button) => button.addEventListener('click', () => button.closest('dialog').close()));
  document.querySelectorAll('[data-act="keys"]').forEach((button) => button.addEventListener('click', () => document.getElementById('keys').showModal()));
})();
