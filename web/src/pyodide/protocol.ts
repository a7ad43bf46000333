/** What a page and its worker say to each other. Answers travel as the JSON that Python wrote. */

/** What a worker needs before it can answer: it loads nothing. */
export interface Start {
  /** Pyodide, compiled once for every worker. */
  module: WebAssembly.Module;
  /** The same of Graphviz. */
  graphviz: WebAssembly.Module;
  /** The archive of everything that Python imports. */
  python: ArrayBuffer;
  language: string;
}

/** A file's text as it is by now; null where there is none any more. */
export interface Put {
  put: string;
  text: string | null;
}

export interface Request {
  id: number;
  name: string;
  given: object;
}

export type ToWorker = { start: Start } | Put | Request;

export interface Ready {
  version: string;
  /** From its start to the first question. */
  ms: number;
}

export type FromWorker =
  | { ready: Ready }
  | { id: number; answer: string }
  /** Nothing that it answers can be trusted from now on. */
  | { failed: string };
