/** The five questions as fields, in the words and the order of the report. */

import type { Touchpoint } from '../assessment.ts';
import { h } from '../dom.ts';
import { routeOf, setExpects, setText, setTexts } from '../edits/operations.ts';
import type { Session } from '../session.ts';
import { say, type Word } from '../words.ts';
import { Typed, type TypedField } from './typed.ts';

interface Question extends TypedField {
  name: string;
  word: Word;
  /** What is written where there is no answer. */
  unsaid: Word;
  isList: boolean;
  /** Why it cannot be answered yet. */
  waits?(point: Touchpoint): Word | null;
}

const listOf = (name: 'emotions' | 'strengths' | 'pains', word: Word): Question => ({
  name, word, unsaid: 'unsaid', isList: true,
  answers: (point) => point[name],
  route: (point) => routeOf(point.id, name),
  set: (tree, point, answers) => setTexts(tree, routeOf(point.id, name), point[name], answers),
});

export const QUESTIONS: readonly Question[] = [
  {
    name: 'expects', word: 'expects', unsaid: 'unsaid', isList: true,
    answers: (point) => point.expectation?.because ?? [],
    route: (point) => routeOf(point.id, 'expectation', 'because'),
    set: (tree, point, answers) => setExpects(tree, point.id, point.expectation, answers),
    waits: (point) => (point.expectation === null ? 'expectsLater' : null),
  },
  listOf('emotions', 'feels'),
  listOf('strengths', 'well'),
  listOf('pains', 'better'),
  {
    name: 'owner', word: 'owner', unsaid: 'nobody', isList: false,
    answers: (point) => (point.owner ? [point.owner] : []),
    route: (point) => routeOf(point.id, 'owner'),
    set: (tree, point, answers) => setText(tree, routeOf(point.id, 'owner'), answers.join(' ')),
  },
];

/** The title, as a field that is typed in. */
const TITLE: TypedField = {
  answers: (point) => (point.title ? [point.title] : []),
  route: (point) => routeOf(point.id, 'title'),
  set: (tree, point, answers) => setText(tree, routeOf(point.id, 'title'), answers.join(' ')),
};

/** The title as an input; Enter leaves it. */
export function titleInput(point: Touchpoint, session: Session, label: string | null): HTMLInputElement {
  const input = h('input', { type: 'text', class: 'title', autocomplete: 'off', dir: 'auto', 'data-focus': 'title', placeholder: point.id, 'aria-label': label });
  input.value = point.title ?? '';
  new Typed(session, TITLE, point).follow(input, (value) => [value.trim()].filter(Boolean));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') input.blur();
  });
  return input;
}

/** One question; what is answered is written when the field is left, or after Ctrl Enter. */
export function questionField(question: Question, point: Touchpoint, session: Session, nth?: number): HTMLElement {
  const answers = question.answers(point);
  const waits = question.waits?.(point) ?? null;
  const typed = new Typed(session, question, point);
  const shared = { placeholder: say(waits ?? question.unsaid), disabled: waits !== null, 'data-focus': question.name, dir: 'auto' };
  const field = question.isList
    ? h('textarea', { ...shared, rows: Math.max(1, answers.length), title: say('aLineEach') })
    : h('input', { ...shared, type: 'text', autocomplete: 'off' });
  field.value = answers.join('\n');
  if (field instanceof HTMLTextAreaElement) {
    field.addEventListener('input', () => { field.rows = Math.max(1, field.value.split('\n').length); });
  }
  typed.follow(field, (value) => value.split('\n').map((one) => one.trim()).filter(Boolean));
  return h('label', { class: `question ${question.name}` }, h('span', {}, nth === undefined ? null : h('kbd', { 'aria-hidden': 'true' }, nth), say(question.word)), field);
}
