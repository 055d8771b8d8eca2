// Marks by keys, and the way back from them, on a real call in a real folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MarkKind } from '../../../../contract/call.ts';
import { systemClock } from '../../../../main/clock.ts';
import { startLiveCall } from '../../../../main/recording/live-call.ts';
import { MarkTaker } from '../../../../main/recording/mark-taker.ts';
import { makeCall } from '../../../support/make-call.ts';

async function aTaker() {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-marks-'));
  const deps = { clock: systemClock, changed: () => undefined, log: () => undefined };
  const call = await startLiveCall(join(folder, 'call'), makeCall({ marks: [] }), deps);
  onTestFinished(async () => {
    await call.discard();
    await rm(folder, { recursive: true, force: true });
  });
  const taker = new MarkTaker(call);
  const press = (kind: MarkKind, atMs: number) =>
    taker.take({ kind, event: null, atMs, reachBackMs: 5_000, nowMs: atMs });
  return { call, taker, press };
}

test('the last mark is taken back, then the one before it, then nothing', async () => {
  const { call, taker, press } = await aTaker();
  const promise = await press('promise', 10_000);
  const note = await press('note', 20_000);
  expect(await taker.undo()).toEqual(note);
  expect(call.marks).toEqual([promise]);
  expect(await taker.undo()).toEqual(promise);
  expect(await taker.undo()).toBeNull();
  expect(call.marks).toEqual([]);
});

test('a hold that was ended by mistake goes on, and one that was begun by mistake is gone', async () => {
  const { call, taker, press } = await aTaker();
  const hold = await press('hold', 10_000);
  await press('hold', 30_000);
  await taker.undo();
  expect(call.openHold).toEqual({ markId: hold.id, fromMs: 10_000 });
  expect((await press('hold', 40_000)).toMs).toBe(40_000);
  await taker.undo();
  await taker.undo();
  expect(call.marks).toEqual([]);
  expect(call.openHold).toBeNull();
});

test('what was taken away by hand is passed over, and words written since are kept with a hold', async () => {
  const { call, taker, press } = await aTaker();
  const first = await press('note', 10_000);
  const second = await press('note', 20_000);
  await call.removeMark(second.id);
  expect(await taker.undo()).toEqual(first);
  const hold = await press('hold', 30_000);
  await press('hold', 40_000);
  await call.putMark({ ...hold, toMs: 40_000, text: 'music' });
  await taker.undo();
  expect(call.marks).toMatchObject([{ id: hold.id, text: 'music', toMs: 30_000 }]);
});

test('a mark that goes takes along the words that were on their way to it', async () => {
  const { call, taker, press } = await aTaker();
  const mark = await press('note', 10_000);
  const saving = call.putMark({ ...mark, text: 'typed just now' });
  expect(await taker.undo()).toMatchObject({ id: mark.id, text: 'typed just now' });
  await saving;
  expect(call.marks).toEqual([]);
});

test('hold pressed twice faster than the disk is one hold', async () => {
  const { call, press } = await aTaker();
  await Promise.all([press('hold', 10_000), press('hold', 10_100)]);
  expect(call.marks).toHaveLength(1);
  expect(call.openHold).toBeNull();
});
