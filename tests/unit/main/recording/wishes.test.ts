// Which sources are open: never one that nobody asked for, never too few for the call that runs.
import { expect, test } from 'vitest';
import type { LiveCall } from '../../../../main/recording/live-call.ts';
import type { Phase } from '../../../../main/recording/phase.ts';
import { wishesFor } from '../../../../main/recording/wishes.ts';

const chosen = { microphone: 'Headset', output: null };
const both = { ...chosen, mode: 'both' } as const;
const alone = { ...chosen, mode: 'microphone' } as const;
const live = {} as LiveCall; // is passed on, never looked into
const you = { chosen: 'Headset' };
const them = { chosen: null };

test('nobody looks and nothing runs: nothing is open', () => {
  expect(wishesFor({ phase: 'idle' }, false, both)).toEqual({ you: 'off', them: 'off' });
});

test('a screen with meters opens what the next call would record', () => {
  expect(wishesFor({ phase: 'idle' }, true, both)).toEqual({ you, them });
  expect(wishesFor({ phase: 'idle' }, true, alone)).toEqual({ you, them: 'off' });
});

test('waiting for the announcement hears both sides, whatever the settings say', () => {
  expect(wishesFor({ phase: 'armed', company: '' }, false, alone)).toEqual({ you, them });
});

test.each(['starting', 'recording', 'paused'] as const)(
  'a call that is %s keeps the sides it began with, whatever the settings say by now',
  (phase) => {
    const of = (mode: 'both' | 'microphone'): Phase => ({ phase, mode, live, trouble: null });
    expect(wishesFor(of('both'), false, alone)).toEqual({ you, them });
    expect(wishesFor(of('microphone'), false, both)).toEqual({ you, them: 'off' });
  },
);

test('a call that goes on without sound opens none, not even for a meter in view', () => {
  const silent = { soundEnded: true } as LiveCall;
  const off = { you: 'off', them: 'off' };
  expect(wishesFor({ phase: 'paused', mode: 'both', live: silent, trouble: null }, true, both)).toEqual(off);
  expect(wishesFor({ phase: 'finishing', live: silent, becomes: 'saved' }, true, both)).toEqual(off);
  expect(wishesFor({ phase: 'idle' }, true, both)).toEqual({ you, them });
});
