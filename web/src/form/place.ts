/** Where a touchpoint stands: stage, channels, moment of truth, outcome, id. */

import { titleOf, type Journey, type Outcome, type Touchpoint } from '../assessment.ts';
import { h } from '../dom.ts';
import { routeOf, setChannels, setMoment, setOutcome, setText } from '../edits/operations.ts';
import { choosing } from './choosing.ts';
import type { MakeOperations } from '../session.ts';
import { say, type Word } from '../words.ts';

const OUTCOMES: readonly (readonly [Outcome | '', Word])[] = [
  ['', 'outcomeNone'], ['success', 'outcomeSuccess'], ['failure', 'outcomeFailure'], ['neutral', 'outcomeNeutral'],
];
const NEW = '\u0000new';

export interface PlaceActions {
  write(make: MakeOperations): void;
  rename(point: Touchpoint): void;
  /** Ask for a new one; its id, or null. */
  newStage(): Promise<string | null>;
  newChannel(): Promise<string | null>;
}

export function placeFields(journey: Journey, point: Touchpoint, actions: PlaceActions): HTMLElement {
  return h('fieldset', { class: 'place' }, h('legend', { class: 'vh' }, say('place')),
    stageField(journey, point, actions), channelFields(journey, point, actions), momentField(point, actions),
    point.next.length ? null : outcomeField(point, actions), idField(point, actions));
}

function choice(label: string, focus: string, value: string, options: readonly (readonly [string, string])[], chosen: (value: string) => void): HTMLElement {
  const select = h('select', { 'data-focus': focus }, options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
  choosing(select, value, chosen);
  return h('label', { class: 'line' }, label, select);
}

function stageField(journey: Journey, point: Touchpoint, actions: PlaceActions): HTMLElement {
  const options = [['', say('noStage')], ...journey.stages.map((one) => [one.id, titleOf(one)]), [NEW, say('otherwise')]] as const;
  const write = (stage: string) => actions.write((tree) => setText(tree, routeOf(point.id, 'stage'), stage));
  return choice(say('stage'), 'stage', point.stage ?? '', options as readonly (readonly [string, string])[], (stage) => {
    if (stage === NEW) void actions.newStage().then((made) => { if (made) write(made); });
    else write(stage);
  });
}

function channelFields(journey: Journey, point: Touchpoint, actions: PlaceActions): HTMLElement {
  const { channels } = point;
  const write = (next: readonly string[]) => actions.write((tree) => setChannels(tree, point.id, next.filter(Boolean)));
  const options = (own: string): readonly (readonly [string, string])[] => [
    ['', say('noChannel')],
    ...journey.channels.filter((one) => one.id === own || !channels.includes(one.id)).map((one) => [one.id, titleOf(one)] as const),
    [NEW, say('otherwise')],
  ];
  const field = (own: string, nth: number) => choice(nth ? say('channels') : say('channel'), `channel ${nth}`, own, options(own), (to) => {
    const put = (id: string) => write(nth < channels.length ? channels.map((one, n) => (n === nth ? id : one)) : [...channels, id]);
    if (to === NEW) void actions.newChannel().then((made) => { if (made) put(made); });
    else put(to);
  });
  const fields = (channels.length ? channels : ['']).map(field);
  if (channels.length) {
    const more = choice(say('addChannelHere'), 'channel more', '', options('').map(([key, text]) => [key, key === '' ? '+' : text]), (to) => {
      if (to === NEW) void actions.newChannel().then((made) => { if (made) write([...channels, made]); });
      else if (to) write([...channels, to]);
    });
    more.className = 'line another';
    fields.push(more);
  }
  return h('div', { class: 'channels' }, fields);
}

function momentField(point: Touchpoint, actions: PlaceActions): HTMLElement {
  const input = h('input', { type: 'checkbox', checked: point.moment_of_truth, 'data-focus': 'moment' });
  input.addEventListener('change', () => {
    const { checked } = input;
    actions.write((tree) => setMoment(tree, point.id, checked));
  });
  return h('label', { class: 'check' }, input, say('momentOfTruth'));
}

function outcomeField(point: Touchpoint, actions: PlaceActions): HTMLElement {
  const options = OUTCOMES.map(([value, word]) => [value, say(word)] as const);
  return choice(say('outcome'), 'outcome', point.outcome ?? '', options, (value) => {
    actions.write((tree) => setOutcome(tree, point.id, value === '' ? null : (value as Outcome)));
  });
}

function idField(point: Touchpoint, actions: PlaceActions): HTMLElement {
  return h('p', { class: 'line id' }, h('span', {}, say('id')), h('span', { class: 'code' }, point.id),
    h('button', { type: 'button', class: 'btn small', 'data-focus': 'rename', click: () => actions.rename(point) }, say('rename')));
}

