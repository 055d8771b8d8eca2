// The heartbeat ends a capture window only for what is that window's fault.
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import type { CaptureReport, SideReport } from '../../../../contract/capture.ts';
import type { Sources } from '../../../../contract/recording.ts';
import { keepWatch } from '../../../../main/recording/keep-watch.ts';
import type { LiveCall } from '../../../../main/recording/live-call.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const nothing: SideReport = { frames: 0, peak: 0, allZero: false };
const talking: SideReport = { frames: 2_400, peak: 0.1, allZero: false };
const live = (label: string) => ({ phase: 'live', label }) as const;
const lost = (cause: 'missing' | 'failed' | 'stalled') => ({ phase: 'lost', label: '', cause }) as const;

/** A heartbeat over sides in these states, and over a call that the disk takes or does not. */
function aWatch(states: Sources, call: Pick<LiveCall, 'bytes' | 'diskFull' | 'isWaiting'> | null = null) {
  const relaunched: string[] = [];
  const reopened: Side[] = [];
  const reported: string[] = [];
  const keeper = {
    states,
    report: (side: Side, health: string) => void reported.push(`${side} ${health}`),
    reopen: (side: Side) => void reopened.push(side),
  };
  const watch = keepWatch({
    clock: { now: () => Date.now(), monotonicMs: () => Date.now() },
    keeper: keeper as unknown as Parameters<typeof keepWatch>[0]['keeper'],
    live: () => call && ({ ...call, keepSafe: async () => undefined } as unknown as LiveCall),
    freeBytes: async () => 1e12,
    setTrouble: () => undefined,
    relaunchCapture: (why) => relaunched.push(why),
    log: () => undefined,
  });
  onTestFinished(() => watch.release());
  watch.captureReady();
  watch.started();
  /** The window reports for so long. */
  async function hear(ms: number, report: CaptureReport) {
    for (let at = 0; at < ms; at += 50) {
      await vi.advanceTimersByTimeAsync(50);
      watch.report(report);
    }
  }
  return { watch, relaunched, reopened, reported, hear };
}

const both = { you: live('Headset'), them: live('Speakers') };

test('a disk that stands still is no reason to end the window that hears: its pages wait', async () => {
  const { relaunched, hear } = aWatch(both, { bytes: 1_000, diskFull: false, isWaiting: true });
  await hear(15_000, { you: talking, them: talking });
  expect(relaunched).toEqual([]);
});

test('a window that reports and sends nothing that can be kept is ended', async () => {
  const { relaunched, hear } = aWatch(both, { bytes: 1_000, diskFull: false, isWaiting: false });
  await hear(6_000, { you: talking, them: talking });
  expect(relaunched).toEqual(['The file does not grow']);
});

test('without a microphone, and without a call, a window has nothing to report and is left alone', async () => {
  const states: Sources = { you: lost('missing'), them: { phase: 'off' } };
  const { relaunched, watch } = aWatch(states);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(relaunched).toEqual([]);
  states.you = live('Headset'); // plugged in: from now on it owes reports
  await vi.advanceTimersByTimeAsync(3_000);
  watch.report({ you: talking, them: nothing });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(relaunched).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(relaunched).toEqual(['The capture window went quiet']);
});

test('a new window that never says it is there is not waited for for ever', async () => {
  const gone = { you: lost('failed'), them: lost('failed') };
  const { watch, relaunched } = aWatch(gone, { bytes: 1_000, diskFull: false, isWaiting: false });
  watch.captureGone();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(relaunched).toEqual([]);
  await vi.advanceTimersByTimeAsync(16_000);
  expect(relaunched).toEqual(Array(1).fill('The capture window did not come up'));
  watch.captureGone();
  watch.captureReady();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(relaunched).toHaveLength(1);
});

test('a side that opens late is not judged by the silence of before', async () => {
  const states: Sources = { you: live('Headset'), them: { phase: 'off' } };
  const { watch, reported, reopened, hear } = aWatch(states);
  await hear(20_000, { you: talking, them: nothing });
  watch.opened('them');
  states.them = live('Speakers'); // found right; its first packet takes 300 ms
  await hear(300, { you: talking, them: nothing });
  expect(reported).not.toContain('them stalled');
  expect(reopened).toEqual([]);
});

test('a stalled side that was opened again is stalled until something comes', async () => {
  const states: Sources = { you: live('Headset'), them: live('Speakers') };
  const { watch, reported, hear } = aWatch(states);
  await hear(10_000, { you: talking, them: nothing });
  states.them = lost('stalled');
  watch.opened('them');
  states.them = live('Speakers');
  reported.length = 0;
  await hear(500, { you: talking, them: nothing });
  expect(reported).toContain('them stalled');
  expect(reported).not.toContain('them live');
});
