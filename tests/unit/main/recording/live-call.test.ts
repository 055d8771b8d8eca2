// A call while it is recorded, on a real disk: nothing counts before it is there, and nothing that is there is lost.
import { readFileSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MarkKind } from '../../../../contract/call.ts';
import { hashFile } from '../../../../main/evidence/seal.ts';
import { callSchema } from '../../../../main/library/call-schema.ts';
import { foldJournal } from '../../../../main/recording/fold-journal.ts';
import { parseJournal } from '../../../../main/recording/journal.ts';
import { startLiveCall } from '../../../../main/recording/live-call.ts';
import { MarkTaker } from '../../../../main/recording/mark-taker.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';
import { scan } from '../../../../main/ogg.ts';
import { firstBrokenLink } from '../../../support/check-chain.ts';
import { makeCall } from '../../../support/make-call.ts';
import { makeStream } from '../../../support/make-page.ts';
import { limitFiles } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const nowMs = Date.UTC(2026, 10, 23, 14, 5);
const isElsewhere = process.platform !== 'linux';

async function aLiveCall() {
  const folder = join(await temporaryFolder(), '2026', 'call');
  const call = makeCall({ durationMs: 0, marks: [] });
  const clock = { atMs: 5_000, now: () => nowMs, monotonicMs: () => clock.atMs };
  const seen: (() => void)[] = [];
  const said: string[] = [];
  const live = await startLiveCall(folder, call, {
    clock,
    changed: () => seen.forEach((look) => look()),
    log: (message) => said.push(message),
  });
  onTestFinished(() => live.discard());
  live.began(0);
  const path = join(folder, 'audio.ogg');
  const written = async () => parseJournal(await readFile(join(folder, 'journal.jsonl'), 'utf8'));
  const sound = async () => new Uint8Array(await readFile(path));
  const hear = (page: Uint8Array, frames = 4_800) =>
    live.takePage({
      callId: call.id,
      page,
      peaks: new Uint8Array(20).fill(7),
      facts: [],
      frames: { you: frames, them: frames },
    });
  /** Waits until the disk has taken all it was given. */
  const settled = (bytes: number) => expect.poll(async () => (await stat(path)).size).toBe(bytes);
  return { folder, call, clock, live, seen, said, path, written, sound, hear, settled };
}

const lengthOf = (pages: Uint8Array[]) => pages.reduce((sum, page) => sum + page.length, 0);
const note = (text: string) => ({
  ...newMark({ kind: 'note', event: null, atMs: 100, reachBackMs: 0, nowMs }),
  text,
});

test('a stopped call is what was heard and said, and its seal fits every byte and second of it', async () => {
  const { folder, call, clock, live, path, written, sound, hear, settled } = await aLiveCall();
  const pages = makeStream(1, 20);
  for (const [index, page] of pages.entries()) hear(page, index * 4_800);
  await settled(lengthOf(pages));
  await live.keepSafe(true);
  await live.takeFacts([{ type: 'gap-opened', side: 'them', atMs: 500, cause: 'source lost' }]);
  await live.describe({ company: 'Contoso' });
  await live.putMark(note('said so'));
  clock.atMs += 2_000;
  live.ended();
  clock.atMs += 700; // the last pages take their time

  const { call: finished, seal, lostMs } = await live.finish();
  expect(lostMs).toBe(0);
  expect(await sound()).toEqual(new Uint8Array(Buffer.concat(pages)));
  expect(callSchema.safeParse(finished).success).toBe(true);
  expect(finished).toMatchObject({
    id: call.id,
    company: 'Contoso',
    durationMs: 2_000,
    marks: [{ text: 'said so' }],
    capture: { wallMs: 2_000, recovered: false, gaps: [{ side: 'them', fromMs: 500, toMs: 2_000 }] },
  });
  expect(seal.audio).toEqual({ file: 'audio.ogg', bytes: lengthOf(pages), sha256: await hashFile(path) });
  expect(firstBrokenLink(await sound(), seal.chain)).toBeNull();
  expect(seal.chain.at(-1)).toMatchObject({ bytes: lengthOf(pages), durationMs: 2_000 });
  expect((await readFile(join(folder, 'peaks.bin'))).length).toBe(2 * 200);
  expect((await readdir(folder)).sort()).toEqual(['audio.ogg', 'journal.jsonl', 'peaks.bin']);

  // Had the app died instead of stopping, the journal would have told the same.
  const recovered = foldJournal(await written(), 2_000, true)!.call;
  expect(recovered).toMatchObject({ company: 'Contoso', marks: finished.marks });
  expect(recovered.capture.gaps).toEqual(finished.capture.gaps);
});

test('marks, words and holds are on disk before they are shown', async () => {
  const { live, seen, folder } = await aLiveCall();
  const shown: object[] = [];
  const onDisk: object[] = [];
  seen.push(() => {
    shown.push({ marks: live.marks.length, company: live.call.company, hold: live.openHold?.markId });
    const lines = parseJournal(readFileSync(join(folder, 'journal.jsonl'), 'utf8'));
    const { call } = foldJournal(lines, 10_000, true)!;
    const lastHold = lines.filter((line) => line.type === 'hold').at(-1)?.markId;
    onDisk.push({ marks: call.marks.length, company: call.company, hold: lastHold });
  });
  const mark = await live.putMark(note('first'));
  await live.describe({ company: 'Fabrikam' });
  await live.setHold(mark);
  await live.removeMark(mark.id); // with it goes the hold that it stood for
  expect(shown).toMatchObject([{ marks: 1 }, { company: 'Fabrikam' }, { hold: mark.id }, { marks: 0 }]);
  expect(onDisk.slice(0, 3)).toEqual(shown.slice(0, 3));
  expect(onDisk[3]).toMatchObject({ marks: 0 });
  expect(live.openHold).toBeNull();
  await expect(live.removeMark(mark.id)).rejects.toMatchObject({ code: 'mark-missing' });
});

test('one key begins a hold and ends it: a span, not two marks', async () => {
  const { live, clock } = await aLiveCall();
  const taker = new MarkTaker(live);
  const press = (kind: MarkKind, reachBackMs: number) =>
    taker.take({ kind, event: null, atMs: live.positionMs(), reachBackMs, nowMs });
  clock.atMs += 1_000;
  const begun = await press('hold', 5_000);
  expect(begun).toMatchObject({ fromMs: 1_000, toMs: 1_000 });
  expect(live.openHold).toEqual({ markId: begun.id, fromMs: 1_000 });
  clock.atMs += 30_000;
  expect(await press('hold', 5_000)).toMatchObject({ id: begun.id, fromMs: 1_000, toMs: 31_000 });
  expect(live.openHold).toBeNull();
  expect(live.marks).toHaveLength(1);
  expect(await press('promise', 10_000)).toMatchObject({
    fromMs: 21_000,
    toMs: 31_000,
  });
});

test('a new capture window goes on where the sound on disk ends, and its facts lie there too', async () => {
  const { live, clock, written, hear, settled } = await aLiveCall();
  const first = makeStream(1, 10);
  for (const page of first) hear(page);
  await settled(lengthOf(first));
  clock.atMs += 3_000;
  expect(live.captureRestarted('recording')).toBeCloseTo(3_000 - 1_000 - 6.5, 3);
  const second = makeStream(2, 5);
  for (const page of second) hear(page);
  await live.takeFacts([{ type: 'gap-closed', side: 'you', atMs: 2_000 }]);
  expect((await written()).at(-1)).toEqual({
    type: 'fact',
    fact: { type: 'gap-closed', side: 'you', atMs: 1_000 + 6.5 + 2_000 },
  });
  const { call, seal } = await live.finish();
  expect(call.durationMs).toBe(1_507); // the second one's look-ahead is played too
  expect(call.capture).toMatchObject({ youFrames: 9_600, themFrames: 9_600 });
  expect(seal.audio.bytes).toBe(lengthOf(first) + lengthOf(second.slice(2)));
});

test.skipIf(isElsewhere)(
  'on a full disk sound waits, and once there is room it is whole and its chain unbroken',
  async () => {
    const { folder, live, said, sound, hear, settled } = await aLiveCall();
    const pages = makeStream(1, 30);
    for (const page of pages.slice(0, 12)) hear(page);
    await settled(lengthOf(pages.slice(0, 12)));
    await live.keepSafe(true);
    for (const page of pages.slice(12, 15)) hear(page);
    await settled(lengthOf(pages.slice(0, 15)));

    const lift = limitFiles((await stat(join(folder, 'journal.jsonl'))).size);
    await expect(live.keepSafe(true)).rejects.toThrow('EFBIG');
    await expect(live.putMark(note('no room'))).rejects.toThrow('EFBIG');
    expect(live.marks).toEqual([]);
    lift();
    for (const page of pages.slice(15, 25)) hear(page);
    await settled(lengthOf(pages.slice(0, 25)));
    await live.keepSafe(true);
    const small = limitFiles(lengthOf(pages.slice(0, 25)));
    for (const page of pages.slice(25)) hear(page);
    await expect.poll(() => live.diskFull).toBe(true);
    small();

    const { seal, lostMs } = await live.finish();
    expect(lostMs).toBe(0);
    expect(said).toContain('Sound waits in memory');
    expect(await sound()).toEqual(new Uint8Array(Buffer.concat(pages)));
    expect(firstBrokenLink(await sound(), seal.chain)).toBeNull();
  },
);

test.skipIf(isElsewhere)(
  'a new capture window while sound waits for room: both streams are whole, one after the other',
  async () => {
    const { live, clock, sound, hear, settled } = await aLiveCall();
    const first = makeStream(1, 10);
    for (const page of first.slice(0, 6)) hear(page);
    await settled(lengthOf(first.slice(0, 6)));
    const lift = limitFiles(lengthOf(first.slice(0, 6)));
    for (const page of first.slice(6)) hear(page);
    await expect.poll(() => live.diskFull).toBe(true);
    clock.atMs += 3_000;
    expect(live.captureRestarted('recording')).toBeCloseTo(3_000 - 1_000 - 6.5, 3);
    for (const page of makeStream(2, 5)) hear(page);
    lift();
    const { call, lostMs } = await live.finish();
    expect(lostMs).toBe(0);
    expect(call.durationMs).toBe(1_507);
    expect(scan(await sound())).toMatchObject({ pages: 12 + 5, wholeBytes: (await sound()).length });
  },
);

test.skipIf(isElsewhere)(
  'sound that found no room until the end is no part of the call, and its length is told',
  async () => {
    const { live, clock, path, said, hear, settled } = await aLiveCall();
    const pages = makeStream(1, 200);
    for (const page of pages.slice(0, 22)) hear(page);
    await settled(lengthOf(pages.slice(0, 22)));
    limitFiles(lengthOf(pages.slice(0, 22)) + 40); // and half a page
    for (const page of pages.slice(22)) hear(page);
    await expect.poll(() => live.diskFull).toBe(true);
    clock.atMs += 20_000;
    live.ended();
    const { call, seal, lostMs } = await live.finish();
    expect(lostMs).toBe(18_000);
    expect(call).toMatchObject({ durationMs: 2_000, capture: { wallMs: 20_000 } });
    expect(seal.audio).toMatchObject({ bytes: (await stat(path)).size, sha256: await hashFile(path) });
    expect(said.at(-1)).toMatch(/found no room/);
  },
);

test('a page that comes when the call has ended is refused: behind what is sealed there is no place for it', async () => {
  const { live, sound, hear } = await aLiveCall();
  const pages = makeStream(1, 3);
  for (const page of pages.slice(0, -1)) hear(page);
  const ending = live.finish();
  await expect.poll(() => live.isWaiting).toBe(false);
  await ending;
  expect(() => hear(pages.at(-1)!)).toThrow('after the end');
  expect(await sound()).toHaveLength(lengthOf(pages.slice(0, -1)));
});

test('a pause and a gap that ended while no capture window was there end where its sound ends', async () => {
  const { live, clock, hear } = await aLiveCall();
  for (const page of makeStream(1, 10)) hear(page);
  await live.takeFacts([
    { type: 'gap-opened', side: 'them', atMs: 100, cause: 'source stalled' },
    { type: 'paused', atMs: 500 },
  ]);
  clock.atMs += 3_000; // the window has died, and the user has gone on
  live.captureRestarted('recording');
  for (const page of makeStream(2, 50)) hear(page);
  const { call } = await live.finish();
  expect(call.capture.pauses).toEqual([{ fromMs: 500, toMs: 1_007 }]);
  expect(call.capture.gaps).toEqual([{ side: 'them', fromMs: 100, toMs: 1_007, cause: 'source stalled' }]);
});

test('a pause goes on over a new capture window, and a gap that the pause had ended does not', async () => {
  const { live, clock, hear } = await aLiveCall();
  for (const page of makeStream(1, 10)) hear(page);
  await live.takeFacts([
    { type: 'gap-opened', side: 'them', atMs: 100, cause: 'source stalled' },
    { type: 'paused', atMs: 500 },
  ]);
  clock.atMs += 3_000; // the window has died in the pause
  live.captureRestarted('paused');
  await live.takeFacts([
    { type: 'paused', atMs: 0 },
    { type: 'resumed', atMs: 2_000 },
  ]);
  for (const page of makeStream(2, 60)) hear(page);
  const { call } = await live.finish();
  expect(call.capture.gaps).toEqual([{ side: 'them', fromMs: 100, toMs: 1_007, cause: 'source stalled' }]);
  expect(call.capture.pauses).toEqual([{ fromMs: 500, toMs: 3_007 }]);
});

test('on a slow disk what was told before a new capture window stays where it was', async () => {
  const { live, clock, hear, settled } = await aLiveCall();
  const first = makeStream(1, 10);
  for (const page of first) hear(page);
  await settled(lengthOf(first));
  const told = live.takeFacts([
    { type: 'gap-opened', side: 'them', atMs: 100, cause: 'source lost' },
    { type: 'gap-closed', side: 'them', atMs: 200 },
  ]);
  clock.atMs += 3_000;
  live.captureRestarted('recording');
  await told;
  const { call } = await live.finish();
  expect(call.capture.gaps).toEqual([{ side: 'them', fromMs: 100, toMs: 200, cause: 'source lost' }]);
});

test('a call that never began leaves nothing behind', async () => {
  const { folder, live } = await aLiveCall();
  await live.discard();
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});
