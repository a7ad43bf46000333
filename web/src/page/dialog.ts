/** Dialogs: a question with its fields, asked once; Escape and Cancel answer nothing. */

import { button, h, type Child } from '../dom.ts';
import { say } from '../words.ts';

export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'select' | 'check';
  value?: string;
  options?: readonly (readonly [value: string, text: string])[];
  min?: number;
  max?: number;
  step?: number | 'any';
  required?: boolean;
  hint?: string;
  /** What is wrong with a value; null where nothing is. */
  refuse?: (value: string) => string | null;
  /** A text that follows another field until somebody types here. */
  follows?: { field: string; as: (value: string) => string };
}
export interface Question {
  title: string;
  text?: Child;
  fields?: readonly Field[];
  yes: string;
  no?: string;
}
type Input = HTMLInputElement | HTMLSelectElement;

let nth = 0;

/** Show a dialog; its values by the fields' names, or null. */
export function ask(question: Question): Promise<Record<string, string> | null> {
  const title = `dialog-${++nth}`;
  const inputs = new Map<string, Input>();
  const rows = (question.fields ?? []).map((field) => rowOf(field, inputs));
  const yes = h('button', { type: 'submit', class: 'btn main' }, question.yes);
  const form = h('form', { method: 'dialog', novalidate: false }, h('h2', { id: title }, question.title),
    question.text ? h('p', { class: 'muted' }, question.text) : null, rows,
    h('div', { class: 'acts' }, yes, button(question.no ?? say('cancel'), () => dialog.close())));
  const dialog = h('dialog', { class: 'ask', 'aria-labelledby': title }, form);
  follow(question.fields ?? [], inputs);
  const before = document.activeElement;
  document.body.append(dialog);
  return new Promise((resolve) => {
    let answer: Record<string, string> | null = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!areFine(question.fields ?? [], inputs)) return;
      answer = Object.fromEntries([...inputs].map(([name, input]) => [name, valueOf(input)]));
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
      resolve(answer);
    });
    dialog.showModal();
    ([...inputs.values()][0] ?? yes).focus();
    const [first] = inputs.values();
    if (first instanceof HTMLInputElement && first.type !== 'checkbox') first.select();
  });
}

/** Whether somebody says yes. */
export const confirm = async (question: Question): Promise<boolean> => (await ask(question)) !== null;

const valueOf = (input: Input): string => (input instanceof HTMLInputElement && input.type === 'checkbox' ? (input.checked ? 'yes' : '') : input.value.trim());

function rowOf(field: Field, inputs: Map<string, Input>): HTMLElement {
  const input = inputOf(field);
  inputs.set(field.name, input);
  if (field.kind === 'check') return h('label', { class: 'check' }, input, field.label);
  const error = h('span', { class: 'refused', role: 'alert', 'data-error': field.name });
  return h('label', { class: 'line' }, field.label, input, field.hint ? h('small', {}, field.hint) : null, error);
}

function inputOf(field: Field): Input {
  const { name, value = '', required = false } = field;
  switch (field.kind) {
    case 'select':
      return h('select', { name }, (field.options ?? []).map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
    case 'check':
      return h('input', { type: 'checkbox', name, checked: value !== '' });
    case 'number':
      return h('input', { type: 'number', name, value, required, min: field.min, max: field.max, step: field.step ?? 'any' });
    default:
      return h('input', { type: 'text', name, value, required, autocomplete: 'off' });
  }
}

function follow(fields: readonly Field[], inputs: ReadonlyMap<string, Input>): void {
  for (const { name, follows } of fields) {
    const [input, source] = [inputs.get(name), follows && inputs.get(follows.field)];
    if (!input || !source || !follows) continue;
    let isOwn = false;
    input.addEventListener('input', () => { isOwn = true; });
    source.addEventListener('input', () => { if (!isOwn) input.value = follows.as(source.value); });
  }
}

function areFine(fields: readonly Field[], inputs: ReadonlyMap<string, Input>): boolean {
  let fine = true;
  for (const field of fields) {
    const input = inputs.get(field.name);
    const refused = input && field.refuse ? field.refuse(valueOf(input)) : null;
    const told = input?.parentElement?.querySelector('.refused');
    if (told) told.textContent = refused ?? '';
    input?.setAttribute('aria-invalid', String(refused !== null));
    if (refused !== null && fine) {
      input?.focus();
      fine = false;
    }
  }
  return fine;
}
