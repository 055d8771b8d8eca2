// Which sources are open: those that are recorded or shown, and none once a call goes on without sound.
import { expect, test } from 'vitest';
import type { LiveCall } from '../../../../main/recording/live-call.ts';
import type { Phase } from '../../../../main/recording/phase.ts';
import { wishesFor } from '../../../../main/recording/wishes.ts';

const chosen = { mode: 'both', microphone: 'Headset', output: null } as const;
const bothOff = { you: 'off', them: 'off' };
const bothOn = { you: { chosen: 'Headset' }, them: { chosen: null } };
// Only what is asked of it here.
const live = (soundEnded: boolean) => ({ soundEnded }) as LiveCall;
const paused = (soundEnded: boolean): Phase => ({
  phase: 'paused',
  mode: 'both',
  live: live(soundEnded),
  trouble: null,
});

test('sources are open while somebody looks at the meters, and while a call runs', () => {
  expect(wishesFor({ phase: 'idle' }, false, chosen)).toEqual(bothOff);
  expect(wishesFor({ phase: 'idle' }, true, chosen)).toEqual(bothOn);
  expect(wishesFor({ phase: 'armed', company: '' }, false, chosen)).toEqual(bothOn);
  expect(wishesFor(paused(false), false, chosen)).toEqual(bothOn);
});

test('a call that goes on without sound opens none, not even for a meter in view', () => {
  expect(wishesFor(paused(true), true, chosen)).toEqual(bothOff);
  expect(wishesFor({ phase: 'finishing', live: live(true), becomes: 'saved' }, true, chosen)).toEqual(
    bothOff,
  );
  expect(wishesFor({ phase: 'idle' }, true, chosen)).toEqual(bothOn);
});
