/* Before anything is painted: the theme that the reader chose; else that of the system holds. */
(function () {
  'use strict';
  let chosen = null;
  try { chosen = localStorage.getItem('cjm-theme'); } catch { /* a private window */ }
  const asked = new URLSearchParams(location.search).get('theme');
  const theme = [asked, chosen].find((one) => one === 'light' || one === 'dark');
  if (theme) document.documentElement.dataset.theme = theme;
  document.documentElement.classList.add('scripted'); /* what scripts show otherwise */
})();
