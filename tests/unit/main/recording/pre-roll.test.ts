// Whether the last minute waits in memory, and what beginning it gives to a call.
import { expect, test } from 'vitest';
import type { CaptureCommand } from '../../../../contract/capture.ts';
import type { RecordingMode, Sources } from '../../../../contract/recording.ts';
import type { Phase } from '../../../../main/recording/phase.ts';
import { isRemembering, keepPreRoll } from '../../../../main/recording/pre-roll.ts';

const live = (you: string, them: string): Sources => ({
  you: { phase: 'live', label: you },
  them: { phase: 'live', label: them },
});
const opening: Sources = { ...live('Mic', 'Speakers'), them: { phase: 'opening', label: 'Speakers' } };

function start() {
  const time = { ms: 100_000 };
  const commands: CaptureCommand[] = [];
  const clock = { now: () => 1_700_000_000_000 + time.ms, monotonicMs: () => time.ms };
  return { time, commands, preRoll: keepPreRoll(clock, (command) => commands.push(command)) };
}

const wanted = { preRoll: 'last-minute', mode: 'both' } as const;
const idle: Phase = { phase: 'idle' };

test('it is remembered before a call, in view, when the user wants it', () => {
  expect(isRemembering(idle, true, wanted)).toBe(true);
  expect(isRemembering({ phase: 'starting', mode: 'both' }, true, wanted)).toBe(true);
  expect(isRemembering(idle, true, { ...wanted, mode: 'microphone' })).toBe(true);
});

test.each<[string, Phase, boolean, { preRoll: 'off' | 'last-minute'; mode: RecordingMode }]>([
  ['when nobody asked for it', idle, true, { ...wanted, preRoll: 'off' }],
  ['when no screen says so', idle, false, wanted],
  ['before they have been told', idle, true, { ...wanted, mode: 'tell-first' }],
  ['while armed', { phase: 'armed', company: '' }, true, wanted],
  ['for a call that began by telling them', { phase: 'starting', mode: 'tell-first' }, true, wanted],
])('it is not remembered %s', (_, phase, inView, settings) => {
  expect(isRemembering(phase, inView, settings)).toBe(false);
});

test('the memory is asked for and dropped as the wish changes, and asked for again of a new capture window', () => {
  const { commands, preRoll } = start();
  preRoll.follow(true, live('Mic', 'Speakers'));
  preRoll.follow(true, live('Mic', 'Speakers'));
  preRoll.beginAnew();
  preRoll.follow(false, live('Mic', 'Speakers'));
  expect(commands).toEqual([
    { type: 'remember', ms: 62_000 },
    { type: 'remember', ms: 62_000 },
    { type: 'remember', ms: 0 },
  ]);
  expect(preRoll.view).toBeNull();
  expect(preRoll.kept().fromMs).toBeNull();
});

test('it counts from a second after the last side came up, and never more than a minute', () => {
  const { time, preRoll } = start();
  preRoll.follow(true, opening);
  expect(preRoll.view).toBeNull();
  time.ms += 5_000;
  preRoll.follow(true, live('Mic', 'Speakers'));
  expect(preRoll.view).toEqual({ sinceMs: 1_700_000_106_000 });
  expect(preRoll.kept().fromMs).toBeNull();
  time.ms += 11_000;
  expect(preRoll.kept().fromMs).toBe(106_000);
  time.ms += 600_000;
  expect(preRoll.kept().fromMs).toBe(time.ms - 60_000);
});

test('with one side gone the other is remembered all the same', () => {
  const { time, preRoll } = start();
  const lost = { phase: 'lost', label: '', cause: 'missing' } as const;
  preRoll.follow(true, { ...live('Mic', 'Speakers'), them: lost });
  time.ms += 10_000;
  expect(preRoll.kept().fromMs).toBe(101_000);
});

test('a device that changed meanwhile is told as it would be in a call', () => {
  const { time, preRoll } = start();
  preRoll.follow(true, live('Mic', 'Speakers'));
  time.ms += 10_000;
  preRoll.sourceChanged('them', 'Speakers', 'Headphones');
  time.ms += 10_000;
  expect(preRoll.kept()).toEqual({
    fromMs: 101_000,
    labels: { them: 'Speakers' },
    changes: [{ side: 'them', atMs: 9_000, from: 'Speakers', to: 'Headphones' }],
  });
  time.ms += 60_000;
  expect(preRoll.kept()).toMatchObject({ labels: {}, changes: [] });
});
