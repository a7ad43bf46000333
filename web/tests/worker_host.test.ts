import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { failed } from '../src/host.ts';
import { PageFiles } from '../src/onefile/files.ts';
import type { Engine } from '../src/pyodide/engine.ts';
import type { FromWorker, Request, Start, ToWorker } from '../src/pyodide/protocol.ts';
import { Queue } from '../src/pyodide/queue.ts';
import { MOST_MS } from '../src/pyodide/running.ts';
import { WorkerHost } from '../src/pyodide/worker_host.ts';

const ASKED = { view: 'graph', persona: null, language: 'en', renamed: [] } as const;

/** A worker that starts at once and answers when it is told to. */
class FakeWorker {
  onmessage: (event: { data: FromWorker }) => void = () => undefined;
  onerror: (event: { preventDefault(): void; message: string }) => void = () => undefined;
  isEnded = false;
  readonly got: ToWorker[] = [];

  postMessage(message: ToWorker): void {
    this.got.push(message);
    if ('start' in message) queueMicrotask(() => this.onmessage({ data: { ready: { version: '1', ms: 1 } } }));
  }
  terminate(): void { this.isEnded = true; }

  get asked(): Request[] { return this.got.filter((one): one is Request => 'name' in one); }
  answer(value: unknown): void {
    const { id } = this.asked.at(-1) ?? { id: 0 };
    this.onmessage({ data: { id, answer: JSON.stringify(value) } });
  }
}

async function begun(): Promise<{ host: WorkerHost; files: PageFiles; workers: FakeWorker[] }> {
  const workers: FakeWorker[] = [];
  const engine: Engine = {
    isUnpacked: Promise.resolve(),
    worker: async () => { const worker = new FakeWorker(); workers.push(worker); return worker as unknown as Worker; },
    start: async (language) => ({ language }) as Start,
  };
  const files = new PageFiles(async () => null);
  files.add([{ path: 'tea.yaml', text: 'tea' }]);
  const host = new WorkerHost(files, engine);
  await host.ready;
  return { host, files, workers };
}
const turns = async (): Promise<void> => { for (let nth = 0; nth < 20; nth += 1) await Promise.resolve(); };

test('pictures go before figures, and what was asked of an older text is let go', () => {
  const queue = new Queue();
  const answers: (unknown)[] = [];
  const add = (name: string, text: string, theme?: string) =>
    queue.add({ name, given: { file: 'tea', text, ...(theme ? { theme } : {}) }, done: (answer) => answers.push([name, text, answer]) });
  add('assess', '1');
  add('picture', '1');
  add('edit', '1');
  add('picture', '2');
  add('picture', '1', 'print');
  assert.deepEqual(answers, [['picture', '1', null]]);
  const order = [0, 1, 2, 3, 4].map(() => queue.next()).map((one) => one && [one.name, one.given['text'], one.given['theme']]);
  assert.deepEqual(order, [['edit', '1', undefined], ['picture', '1', 'print'], ['picture', '2', undefined], ['assess', '1', undefined], undefined]);
});

test('a worker is asked one thing at a time', async () => {
  const { host, workers } = await begun();
  const both = Promise.all([host.templates('en'), host.list()]);
  await turns();
  assert.deepEqual(workers[0]?.asked.map((one) => one.name), ['templates']);
  workers[0]?.answer([]);
  await turns();
  assert.deepEqual(workers[0]?.asked.map((one) => one.name), ['templates', 'list']);
  workers[0]?.answer([]);
  assert.deepEqual(await both, [[], []]);
});

test('a worker that is awake is told and asked before the page does anything else', async () => {
  const { host, files, workers } = await begun();
  files.add([{ path: 'tea.yaml', text: 'more tea' }]);
  void host.picture('tea.yaml', 'more tea', ASKED);
  const [put, asked] = workers[0]?.got.slice(-2) ?? [];
  assert.deepEqual(put, { put: 'tea.yaml', text: 'more tea' });
  assert.ok(asked && 'name' in asked && asked.name === 'picture');
});

test('where there is no file there is no journey, whether or not a worker is awake', async () => {
  const engine: Engine = { isUnpacked: Promise.resolve(), worker: () => new Promise(() => undefined), start: async () => ({}) as Start };
  assert.deepEqual(await new WorkerHost(new PageFiles(async () => null), engine).list(), []);
});

test('what takes too long is stopped, and another worker is given the same texts', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { host, files, workers } = await begun();
    const drawn = host.picture('tea.yaml', 'tea', ASKED);
    await turns();
    files.add([{ path: 'new.yaml', text: 'new' }]);
    mock.timers.tick(MOST_MS);
    const answer = await drawn;
    assert.ok(failed(answer) && answer.error.message.includes('10'));
    assert.equal(workers[0]?.isEnded, true);
    await turns();
    assert.deepEqual(workers[1]?.got.slice(1), [{ put: 'tea.yaml', text: 'tea' }, { put: 'new.yaml', text: 'new' }]);
    const next = host.list();
    await turns();
    workers[1]?.answer([]);
    assert.deepEqual(await next, []);
  } finally {
    mock.timers.reset();
  }
});

test('a worker that breaks is replaced, whether or not somebody waits', async () => {
  const { host, workers } = await begun();
  const listed = host.list();
  await turns();
  workers[0]?.onmessage({ data: { failed: 'MemoryError' } });
  const answer = await listed;
  assert.ok(failed(answer) && answer.error.message.includes('memory'));
  await turns();
  workers[1]?.onerror({ preventDefault: () => undefined, message: 'out of memory' });
  await turns();
  assert.equal(workers.length, 3);
});

test('a browser that cannot start it is told once a question, and asked anew', async () => {
  let tries = 0;
  const engine: Engine = { isUnpacked: Promise.resolve(), worker: async () => { tries += 1; throw new Error('no'); }, start: async () => ({}) as Start };
  const host = new WorkerHost(new PageFiles(async () => null), engine);
  assert.ok(failed(await host.templates('en')));
  assert.ok(failed(await host.templates('en')));
  assert.ok(tries <= 3);
});
