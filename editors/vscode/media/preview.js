// The page's own script: shows what it is sent, and tells which touchpoint was clicked.
"use strict";

{
  // @ts-ignore: given to the page by VS Code
  const editor = acquireVsCodeApi();
  const picture = /** @type {HTMLElement} */ (document.getElementById("picture"));
  const error = /** @type {HTMLElement} */ (document.getElementById("error"));
  let shown = "";
  let outlined = /** @type {string | null} */ (null);

  const touchpoints = () =>
    /** @type {NodeListOf<SVGElement>} */ (picture.querySelectorAll("g.touchpoint"));

  function outline() {
    for (const touchpoint of touchpoints()) {
      touchpoint.classList.toggle("outlined", touchpoint.dataset.touchpoint === outlined);
    }
  }

  window.addEventListener("message", ({ data }) => {
    if (data.svg && data.svg !== shown) picture.innerHTML = shown = data.svg; // runs no scripts
    if ("error" in data) {
      error.textContent = data.error;
      error.hidden = !data.error;
    }
    if ("outlined" in data) outlined = data.outlined;
    outline();
  });

  picture.addEventListener("click", (event) => {
    const clicked = /** @type {Element} */ (event.target).closest("[data-touchpoint]");
    if (!(clicked instanceof SVGElement)) return;
    event.preventDefault(); // a card may be a link
    editor.postMessage({ touchpoint: clicked.dataset.touchpoint });
  });

  editor.postMessage({ ready: true });
}
