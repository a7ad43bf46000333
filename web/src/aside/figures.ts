/** The figures: what the journey comes to, for everybody or the persona that is chosen. */

import { titleOf, type Journey, type Objective, type View } from '../assessment.ts';
import { h, own, type Child } from '../dom.ts';
import { digitsOf, gapText, NONE, numbers } from '../figures/numbers.ts';
import { disappointedOf, hue, keyFigures, reasonsOf, walk } from '../figures/telling.ts';
import { tag } from '../form/score_axis.ts';
import type { Session } from '../session.ts';
import { say } from '../words.ts';
import { Panel } from './panel.ts';

export class FiguresPane {
  readonly node: HTMLElement;
  readonly #session: Session;
  readonly #body = h('div', { class: 'told' });

  constructor(session: Session) {
    this.#session = session;
    const panel = new Panel(session, 'figures', 'figures', this.#body);
    this.node = panel.node;
    session.follow((topics) => {
      if (panel.isShown && (topics.has('draft') || topics.has('options') || topics.has('file') || topics.has('assessment'))) this.#tell();
    });
    if (panel.isShown) this.#tell();
  }

  #tell(): void {
    const { journey, persona } = this.#session;
    const view = journey?.views[persona ?? ''];
    if (!journey || !view) {
      this.#body.replaceChildren(h('p', { class: 'muted' }, say('noMap')));
      return;
    }
    const who = journey.personas.find((one) => one.id === persona);
    this.#body.replaceChildren(...[
      h('p', { class: 'muted' }, who ? [`${say('livedBy')}: `, own(titleOf(who))] : say('everybody')),
      notWorkedOut(journey), keys(journey, view), this.#moments(journey, view), this.#paths(journey, view), stages(journey, view), personas(journey), plans(journey),
    ].filter((one) => one !== null));
  }

  #touchpoint(id: string, title: string): HTMLElement {
    return h('button', { type: 'button', class: 'link', click: () => this.#session.select(id) }, own(title));
  }

  #moments(journey: Journey, view: View): HTMLElement {
    const rest = view.moments_of_truth.filter((id) => !view.negative_moments_of_truth.includes(id));
    const rows = [...view.negative_moments_of_truth, ...rest].map((id) => {
      const place = journey.touchpoints.findIndex((one) => one.id === id);
      const [point, figures] = [journey.touchpoints[place], view.touchpoints[place]];
      if (!point || !figures) return null;
      const gap = { O: figures.expectation, B: figures.experience, C: figures.gap, level: figures.level ?? ('unmeasured' as const) };
      return h('li', { 'data-moment': id }, tag(gap, gapText(gap, digitsOf(point, journey.scale)), 'small'),
        h('div', {}, this.#touchpoint(id, titleOf(point)), h('small', {}, reasonsOf(figures), ' · ', point.owner ? own(point.owner) : say('nobody'))));
    });
    return section(say('momentsOfTruth'), rows.length ? h('ul', { class: 'moments' }, rows) : h('p', { class: 'muted' }, say('none')));
  }

  #paths(journey: Journey, view: View): HTMLElement {
    const { likely_path: likely, worst_path: worst } = view;
    const steps = (ids: readonly string[]): Child => h('p', { class: 'walk-told' }, walk(journey, ids).map(({ id, title }, n) => [n ? ' → ' : '', this.#touchpoint(id, title)]));
    const end = likely?.balance?.at(-1);
    const overdrawn = likely && likely.balance ? (likely.overdrawn_at === null ? say('neverOverdrawn') : say('overdrawnAt', walk(journey, [likely.overdrawn_at])[0]?.title ?? '')) : null;
    return section(say('paths'),
      h('h4', {}, say('likelyPath'), likely ? h('span', { class: 'muted' }, ` ${numbers().marked(numbers().share(likely.probability), view.assumed.includes('likely_path.probability'))}`) : null),
      likely ? [steps(likely.touchpoints), h('p', { class: 'muted' }, [end === undefined ? null : say('endsAt', numbers().total(end)), overdrawn].filter(Boolean).join(' · '))] : h('p', { class: 'muted' }, say('noLikely')),
      h('h4', {}, say('worstPath'), worst ? h('span', { class: 'muted' }, ` ${worst.bounded && worst.balance !== null ? numbers().total(worst.balance) : worst.bounded ? NONE : say('worstLoop')}`) : null),
      worst ? steps(worst.touchpoints) : h('p', { class: 'muted' }, say('noWorst')),
      view.loops.map((loop) => [h('h4', {}, say('doomLoop'), h('span', { class: 'muted' }, ` ${say('aRound', numbers().total(loop.balance))}`)), steps(loop.touchpoints)]));
  }
}

const section = (title: string, ...content: Child[]): HTMLElement => h('section', {}, h('h3', {}, title), content);

function notWorkedOut({ not_worked_out: missing = [] }: Journey): HTMLElement | null {
  if (!missing.length) return null;
  return h('div', { class: 'notice', role: 'note' }, h('b', {}, say('notWorkedOut')), missing.map((one) => h('p', { 'data-missing': one.what }, own(one.message))));
}

function keys(journey: Journey, view: View): HTMLElement {
  return h('dl', { class: 'keyfigures' }, keyFigures(journey, view).map((one) => h('div', {},
    h('dt', {}, one.label), h('dd', { 'data-figure': one.name }, h('b', { class: `num ${one.sign ?? ''}` }, one.value), one.note ? h('small', {}, one.note) : null))));
}

function stages(journey: Journey, view: View): HTMLElement | null {
  if (!view.stages.length) return null;
  const rows = view.stages.map((stage) => {
    const known = journey.stages.find((one) => one.id === stage.id) ?? { id: stage.id };
    const assumed = (name: string) => stage.assumed.includes(name);
    return h('tr', { 'data-stage': stage.id }, h('th', { scope: 'row' }, own(titleOf(known))),
      h('td', { class: 'num' }, stage.reach === null ? NONE : numbers().marked(numbers().share(stage.reach), assumed('reach'))),
      h('td', { class: `num ${hue(stage.impact).sign ?? ''}` }, stage.impact === null ? NONE : numbers().marked(numbers().total(stage.impact), assumed('impact'))));
  });
  return section(say('stages'), table([say('stage'), say('reach'), say('impact')], rows));
}

/** The personas beside each other, and everybody: each figure with as many digits as it needs. */
function personas(journey: Journey): HTMLElement | null {
  if (journey.personas.length < 2) return null;
  const rows = [{ id: '', name: say('everybody'), share: null }, ...journey.personas].map((one) => {
    const view = journey.views[one.id];
    if (!view) return null;
    const total = (name: 'balance' | 'remembered') => {
      const value = view[name];
      return h('td', { class: `num ${hue(value).sign ?? ''}` }, value === null ? NONE : numbers().marked(numbers().total(value), view.assumed.includes(name)));
    };
    return h('tr', { 'data-persona': one.id }, h('th', { scope: 'row' }, own(titleOf(one)), one.share === null ? null : h('small', { class: 'muted' }, ` ${numbers().share(one.share)}`)),
      total('balance'), h('td', { class: 'num' }, disappointedOf(view)), total('remembered'));
  });
  return section(say('personas'), table([say('persona'), say('balance'), say('disappointed'), say('remembered')], rows));
}

function plans(journey: Journey): HTMLElement | null {
  const { plan } = journey;
  if (!plan) return null;
  const titles = new Map(journey.improvements.map((one) => [one.id, titleOf(one)]));
  return section(say('plan'), (['balance', 'disappointed'] as const satisfies readonly Objective[]).map((objective) => {
    const { frontier, optimal } = plan[objective];
    const rows = frontier.map((point) => h('tr', {}, h('td', { class: 'num' }, numbers().quantity(point.cost)),
      h('td', { class: 'num' }, numbers().marked(objective === 'balance' ? numbers().total(point.value) : numbers().share(point.value), point.assumed.length > 0)),
      h('td', {}, point.improvements.length ? point.improvements.map((id, n) => [n ? ', ' : '', own(titles.get(id) ?? id)]) : say('asItIsNow'))));
    return [h('h4', {}, say(objective), h('span', { class: 'muted' }, ` ${say(optimal ? 'planProved' : 'planFound')}`)), table([say('cost'), say(objective), say('whatIsDone')], rows, objective)];
  }));
}

const table = (heads: readonly string[], rows: Child, name?: string): HTMLElement =>
  h('table', { class: 'figures-table', 'data-plan': name }, h('thead', {}, h('tr', {}, heads.map((one) => h('th', { scope: 'col' }, one)))), h('tbody', {}, rows));
