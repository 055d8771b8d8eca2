// What the tray offers at each moment.
import { expect, it } from 'vitest';
import type { RecordingState } from '../../../../contract/recording.ts';
import { trayActions } from '../../../../main/app/tray-menu.ts';
import { loadStrings } from '../../../../main/app/strings.ts';

const running = {
  callId: '20261123T140500Z-k7f3q2x9',
  startedAtMs: 0,
  mode: 'both',
  company: '',
  case: '',
  notes: '',
  places: { you: '', them: '' },
  sound: 'recorded',
  marks: [],
  openHold: null,
  trouble: null,
} as const;

const states: [string, RecordingState, (string | null)[]][] = [
  ['nothing is recorded', { phase: 'idle' }, ['start']],
  ['a call waits for its announcement', { phase: 'armed', company: '' }, ['cancel']],
  ['a call begins', { phase: 'starting', mode: 'both' }, []],
  ['a call is recorded', { phase: 'recording', ...running }, ['promise', 'pause', 'control', 'stop']],
  ['a call is paused', { phase: 'paused', ...running }, ['promise', 'resume', 'control', 'stop']],
  [
    'a call goes on without sound',
    { phase: 'recording', ...running, sound: 'ended' },
    ['promise', 'control', 'stop'],
  ],
  ['a call is being saved', { phase: 'finishing', callId: running.callId, becomes: 'saved' }, []],
];

it.each(states)('while %s', (_what, state, actions) => {
  const ofCall = actions.length > 0 ? [...actions, null] : [];
  expect(trayActions(state)).toEqual(['open', null, ...ofCall, 'quit']);
});

it('has words for everything it offers', () => {
  const t = loadStrings();
  const offered = states.flatMap(([, state]) => trayActions(state)).filter((action) => action !== null);
  expect(offered.filter((action) => t(`tray.${action}`) === `tray.${action}`)).toEqual([]);
});
