/** A worker that loads no scripts. Pyodide tries whether one can; where the policy of the page refuses,
that costs a stack trace through the whole of its script, twice. What is thrown here has none. */

Object.defineProperty(globalThis, 'importScripts', {
  value: () => { throw null; },
  configurable: true, writable: true,
});
