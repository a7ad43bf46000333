/** The five questions as fields, in the words and the order of the report. */

import type { Touchpoint } from '../assessment.ts';
import { h } from '../dom.ts';
import { routeOf, setExpects, setText, setTexts } from '../edits/operations.ts';
import type { MakeOperations } from '../session.ts';
import { say, type Word } from '../words.ts';

interface Question {
  name: string;
  word: Word;
  /** What is written where there is no answer. */
  unsaid: Word;
  isList: boolean;
  answers(point: Touchpoint): readonly string[];
  set(point: Touchpoint, answers: readonly string[]): MakeOperations;
  /** Why it cannot be answered yet. */
  waits?(point: Touchpoint): Word | null;
}

const listOf = (name: 'emotions' | 'strengths' | 'pains', word: Word): Question => ({
  name, word, unsaid: 'unsaid', isList: true,
  answers: (point) => point[name],
  set: (point, answers) => (tree) => setTexts(tree, routeOf(point.id, name), point[name], answers),
});

export const QUESTIONS: readonly Question[] = [
  {
    name: 'expects', word: 'expects', unsaid: 'unsaid', isList: true,
    answers: (point) => point.expectation?.because ?? [],
    set: (point, answers) => (tree) => setExpects(tree, point.id, point.expectation, answers),
    waits: (point) => (point.expectation === null ? 'expectsLater' : null),
  },
  listOf('emotions', 'feels'),
  listOf('strengths', 'well'),
  listOf('pains', 'better'),
  {
    name: 'owner', word: 'owner', unsaid: 'nobody', isList: false,
    answers: (point) => (point.owner ? [point.owner] : []),
    set: (point, answers) => (tree) => setText(tree, routeOf(point.id, 'owner'), answers.join(' ')),
  },
];

/** One question; what is answered is written when the field is left, or after Ctrl Enter. */
export function questionField(question: Question, point: Touchpoint, write: (make: MakeOperations) => void, nth?: number): HTMLElement {
  const answers = question.answers(point);
  const waits = question.waits?.(point) ?? null;
  const text = answers.join('\n');
  const shared = { placeholder: say(waits ?? question.unsaid), disabled: waits !== null, 'data-focus': question.name, dir: 'auto' };
  const field = question.isList
    ? h('textarea', { ...shared, rows: Math.max(1, answers.length), title: say('aLineEach') })
    : h('input', { ...shared, type: 'text', autocomplete: 'off' });
  field.value = text;
  if (field instanceof HTMLTextAreaElement) {
    field.addEventListener('input', () => { field.rows = Math.max(1, field.value.split('\n').length); });
  }
  field.addEventListener('change', () => {
    const given = field.value.split('\n').map((one) => one.trim()).filter(Boolean);
    if (given.join('\n') !== text) write(question.set(point, given));
  });
  return h('label', { class: `question ${question.name}` }, h('span', {}, nth === undefined ? null : h('kbd', { 'aria-hidden': 'true' }, nth), say(question.word)), field);
}
