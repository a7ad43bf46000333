/* Downloads: the map that is shown, as a picture that needs no page around it. */
(function () {
  'use strict';
  const menu = document.querySelector('.menu [data-name]');
  if (!menu) return;
  const { W, h, toast } = window.cjm, root = document.documentElement;
  const SCALE = 2, LONGEST = 16000, MOST = 6e7; /* pixels a side and in all: canvases end there */
  const ROUNDS = 30; /* two seconds and a half */
  const PAINTS = ['fill', 'stroke', 'stroke-width'];

  function save(ending, blob) {
    const link = h('a', { href: URL.createObjectURL(blob), download: `${menu.dataset.name}.${ending}` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* A colour as every reader of SVG knows it: mixed ones are painted and looked at. */
  const brush = h('canvas', { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  function hex(colour) {
    if (colour === 'none') return colour;
    if (!known.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      known.set(colour, '#' + [...brush.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((n) => n.toString(16).padStart(2, '0')).join(''));
    }
    return known.get(colour);
  }

  /* A copy at its own size, its colours written out, without what only the page draws. */
  function standalone() {
    const svg = document.querySelector('.canvas svg.cjm'), copy = svg.cloneNode(true);
    const nodes = [svg, ...svg.querySelectorAll('*')], copies = [copy, ...copy.querySelectorAll('*')];
    nodes.forEach((node, n) => {
      const painted = PAINTS.filter((name) => /var\(|color-mix/.test(node.getAttribute(name) || ''));
      const style = painted.length ? getComputedStyle(node) : null;
      for (const name of painted) {
        const value = style.getPropertyValue(name);
        copies[n].setAttribute(name, name === 'stroke-width' ? String(parseFloat(value)) : hex(value));
      }
      if (node.classList.contains('faded')) copies[n].setAttribute('opacity', '0.2');
    });
    copies.forEach((node) => ['style', 'tabindex', 'aria-pressed', 'aria-current', 'data-size'].forEach((name) => node.removeAttribute(name)));
    copy.querySelectorAll('.ghost').forEach((node) => node.remove());
    copy.setAttribute('role', 'img');
    /* the page takes the map's own size away while it is zoomed */
    const [width, height] = (svg.dataset.size || `${svg.getAttribute('width')} ${svg.getAttribute('height')}`).split(' ').map(Number);
    for (const [name, value] of [['width', width], ['height', height], ['viewBox', `0 0 ${width} ${height}`]]) copy.setAttribute(name, value);
    return { copy, width, height };
  }
  const written = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

  /* The fonts of the page as text: a picture that is drawn on a canvas loads nothing. */
  function fontFaces() {
    if (window.cjmFontFaces) return Promise.resolve(window.cjmFontFaces);
    return new Promise((resolve, reject) => {
      const script = h('script', { src: root.dataset.up + '../assets/fonts.js' });
      script.onload = () => resolve(window.cjmFontFaces);
      script.onerror = reject;
      document.head.append(script);
    });
  }
  /* A picture is decoded before its fonts are: it is drawn small until it no longer changes. */
  async function settled(image, width, height) {
    const trial = h('canvas', { width: Math.min(width, 1200), height: Math.min(height, 1200) }), look = trial.getContext('2d');
    let before = '', alike = 0;
    for (let round = 0; round < ROUNDS && alike < 2; round += 1) {
      look.clearRect(0, 0, trial.width, trial.height);
      look.drawImage(image, 0, 0);
      const now = trial.toDataURL();
      alike = round > 1 && now === before ? alike + 1 : 0;
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  }
  async function drawn() {
    const { copy, width, height } = standalone();
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = await fontFaces();
    copy.prepend(style);
    const scale = Math.min(SCALE, LONGEST / width, LONGEST / height, Math.sqrt(MOST / (width * height)));
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([written(copy)], { type: 'image/svg+xml' }));
    await image.decode();
    const canvas = h('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
    await settled(image, width, height);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png'));
  }

  const acts = {
    svg: () => save('svg', new Blob([written(standalone().copy)], { type: 'image/svg+xml' })),
    png: () => drawn().then((blob) => save('png', blob), () => toast(W.noPicture)),
    print: () => window.print(),
  };
  for (const [name, act] of Object.entries(acts)) {
    menu.querySelector(`[data-act="${name}"]`).addEventListener('click', () => { menu.parentElement.open = false; act(); });
  }
  /* a click elsewhere closes the menu, and so does Esc */
  const details = menu.parentElement;
  document.addEventListener('click', (event) => { if (!details.contains(event.target)) details.open = false; });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.stopPropagation();
    details.open = false;
    details.querySelector('summary').focus();
  });
})();
