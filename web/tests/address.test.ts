import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, readAddress } from '../src/page/address.ts';

const SHOWN = { file: { file: 'taxi.as-is' }, selected: 'ride', view: 'map', theme: 'print', persona: 'business', panes: 'map', tab: 'workspace', aside: 'whatif', lifts: { ride: -1.5, 'поездка': 2 } } as const;

test('an address opens what it was made of', () => {
  const asked = readAddress(address(SHOWN as never, true));
  assert.deepEqual(asked, {
    file: 'taxi.as-is', t: 'ride', view: 'map', theme: 'print', persona: 'business', panes: 'map', tab: 'workspace', aside: 'whatif', lifts: SHOWN.lifts, isWorkshop: true,
  });
});

test('what an address does not know is ignored', () => {
  const asked = readAddress('#view=cube&aside=nothing&tab=x&look=pink&if=ride:much,:2,call:0,walk');
  assert.deepEqual(asked, { file: null, t: null, view: null, theme: null, persona: null, panes: null, tab: null, aside: null, lifts: {}, isWorkshop: false });
});
