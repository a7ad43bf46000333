/** Ways out: a share each, sliding while the others stand; what is left leaves silently. */

import { titleOf, type Journey, type Touchpoint } from '../assessment.ts';
import { h, iconButton, own, sign } from '../dom.ts';
import { connect, disconnect, mostFor, setShare, waysOf, type ShownWay } from '../edits/ways.ts';
import { choosing } from './choosing.ts';
import { numbers } from '../figures/numbers.ts';
import type { MakeOperations, Session } from '../session.ts';
import { say } from '../words.ts';

const LEAST_SHOWN = 0.0005;

export function waysField(session: Session, journey: Journey, point: Touchpoint): HTMLElement {
  const ids = journey.touchpoints.map((one) => one.id);
  const ways = waysOf(point, ids);
  const write = (make: MakeOperations) => void session.run(make);
  const left = h('p', { class: 'muted left', role: 'status' });
  const shares = new Map(ways.map((way) => [way.to, way.share]));
  const tellLeft = () => {
    const rest = 1 - [...shares.values()].reduce((sum, share) => sum + share, 0);
    left.textContent = rest > LEAST_SHOWN ? say('leaving', numbers().share(rest)) : say('nobodyLeaves');
  };
  const rows = ways.map((way) => wayRow(journey, ways, way, {
    preview: (share) => { shares.set(way.to, share); tellLeft(); },
    set: (share) => write((tree) => setShare(tree, point, ids, way.to, share)),
    remove: () => write((tree) => disconnect(tree, point, way.to)),
    open: () => session.select(way.to),
  }));
  if (ways.length) tellLeft();
  else left.textContent = say('anExit');
  return h('fieldset', { class: 'ways' }, h('legend', {}, say('ways')), rows, left, connectField(journey, point, (to) => write((tree) => connect(tree, point, ids, to))));
}

interface WayActions {
  preview(share: number): void;
  set(share: number): void;
  remove(): void;
  open(): void;
}

function wayRow(journey: Journey, ways: readonly ShownWay[], way: ShownWay, actions: WayActions): HTMLElement {
  const target = journey.touchpoints.find((one) => one.id === way.to);
  const title = target ? titleOf(target) : way.to;
  const most = Math.round(mostFor(ways, way.to) * 1000) / 10;
  const percent = String(Math.round(way.share * 1000) / 10);
  const slider = h('input', { type: 'range', min: 0, max: 100, step: 1, value: percent, 'aria-label': say('shareOf', title), 'data-focus': `share ${way.to}` });
  const field = h('input', { type: 'number', min: 0, max: most, step: 'any', value: percent, 'aria-label': `${say('shareOf', title)}, %`, 'data-focus': `percent ${way.to}` });
  const held = (text: string) => Math.max(0, Math.min(most, Number(text) || 0));
  slider.setAttribute('aria-valuetext', numbers().share(way.share));
  slider.addEventListener('input', () => {
    const value = held(slider.value);
    slider.value = field.value = String(value);
    slider.setAttribute('aria-valuetext', numbers().share(value / 100));
    actions.preview(value / 100);
  });
  slider.addEventListener('change', () => actions.set(held(slider.value) / 100));
  field.addEventListener('change', () => {
    field.value = String(held(field.value));
    actions.set(held(field.value) / 100);
  });
  return h('div', { class: 'way' },
    h('button', { type: 'button', class: 'link to', click: actions.open }, own(title)), way.label ? h('small', { class: 'muted' }, own(way.label)) : null,
    h('div', { class: 'way-share' }, slider, field, h('span', { 'aria-hidden': 'true' }, '%'),
      iconButton(say('removeWay', title), sign('close'), actions.remove, { class: 'icon tiny' })));
}

function connectField(journey: Journey, point: Touchpoint, chosen: (to: string) => void): HTMLElement {
  const others = journey.touchpoints.filter((one) => !point.next.some((way) => way.id === one.id));
  const select = h('select', { 'aria-label': say('connect'), 'data-focus': 'connect' },
    h('option', { value: '' }, say('connect')), others.map((one) => h('option', { value: one.id }, titleOf(one))));
  choosing(select, '', chosen);
  return select;
}
