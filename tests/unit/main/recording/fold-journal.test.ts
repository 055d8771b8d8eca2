// The sum of a journal: the same for a call that was stopped and for one that was cut off.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import { foldJournal } from '../../../../main/recording/fold-journal.ts';
import { parseJournal, type JournalLine } from '../../../../main/recording/journal.ts';
import { newCall } from '../../../../main/recording/new-call.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';

const nowMs = Date.UTC(2026, 10, 23, 14, 5);
const sources = { you: { phase: 'live', label: 'Headset' }, them: { phase: 'opening', label: '' } } as const;
const call = newCall({
  id: '20261123T140500Z-k7f3q2x9',
  company: 'Northwind',
  startedAtMs: nowMs,
  appVersion: '1',
  sources,
});
const start: JournalLine = { type: 'start', call, pid: 1, host: 'here' };
const gap = (type: 'gap-opened' | 'gap-closed', side: Side, atMs: number): JournalLine =>
  type === 'gap-opened'
    ? { type: 'fact', fact: { type, side, atMs, cause: 'source lost' } }
    : { type: 'fact', fact: { type, side, atMs } };
const mark = (atMs: number, reachBackMs = 0) =>
  newMark({ kind: 'note', event: null, atMs, reachBackMs, nowMs });

test('a journal that does not begin with its start is no call', () => {
  expect(foldJournal([], 1000, false)).toBeNull();
  expect(foldJournal([{ type: 'unmark', markId: 'x' }], 1000, false)).toBeNull();
});

test('words said of the call, later ones over earlier ones, are in the call', () => {
  const lines: JournalLine[] = [
    start,
    { type: 'describe', patch: { company: 'Southwind', notes: 'a' } },
    { type: 'describe', patch: { notes: 'b' } },
  ];
  expect(foldJournal(lines, 1000, false)?.call).toMatchObject({ company: 'Southwind', notes: 'b' });
});

test('a mark that was changed is there once, one that was removed is not', () => {
  const kept = mark(500);
  const gone = mark(600);
  const lines: JournalLine[] = [
    start,
    { type: 'mark', mark: kept },
    { type: 'mark', mark: gone },
    { type: 'mark', mark: { ...kept, text: 'said so' } },
    { type: 'unmark', markId: gone.id },
  ];
  expect(foldJournal(lines, 1000, false)?.call.marks).toEqual([{ ...kept, text: 'said so' }]);
});

test('a hold that was never ended lasts to the end of the sound', () => {
  const hold = { ...mark(400), kind: 'hold' as const };
  const lines: JournalLine[] = [start, { type: 'mark', mark: hold }, { type: 'hold', markId: hold.id }];
  expect(foldJournal(lines, 1000, true)?.call.marks[0]).toMatchObject({ fromMs: 400, toMs: 1000 });
});

test('a gap and a pause that were never closed last to the end of the sound', () => {
  const lines: JournalLine[] = [
    start,
    gap('gap-opened', 'them', 300),
    { type: 'fact', fact: { type: 'paused', atMs: 700 } },
  ];
  const { capture } = foldJournal(lines, 1000, true)!.call;
  expect(capture.gaps).toEqual([{ side: 'them', fromMs: 300, toMs: 1000, cause: 'source lost' }]);
  expect(capture.pauses).toEqual([{ fromMs: 700, toMs: 1000 }]);
  expect(capture.recovered).toBe(true);
});

test('the first source of a side that was late is its source, a later one is a change', () => {
  const lines: JournalLine[] = [
    start,
    { type: 'source', side: 'them', atMs: 100, from: '', to: 'Speakers' },
    { type: 'source', side: 'them', atMs: 200, from: 'Speakers', to: 'Headset' },
  ];
  const folded = foldJournal(lines, 1000, false)!.call;
  expect(folded.source).toMatchObject({ you: 'Headset', them: 'Speakers' });
  expect(folded.capture.sourceChanges).toEqual([
    { side: 'them', atMs: 200, from: 'Speakers', to: 'Headset' },
  ]);
});

describe('for any journal', () => {
  const side = fc.constantFrom<Side>('you', 'them');
  const atMs = fc.integer({ min: -100, max: 5000 });
  const line = fc.oneof(
    fc.record({ side, atMs }).map((one) => gap('gap-opened', one.side, one.atMs)),
    fc.record({ side, atMs }).map((one) => gap('gap-closed', one.side, one.atMs)),
    atMs.map((at): JournalLine => ({ type: 'fact', fact: { type: 'paused', atMs: at } })),
    atMs.map((at): JournalLine => ({ type: 'fact', fact: { type: 'resumed', atMs: at } })),
    atMs.map((at): JournalLine => ({ type: 'mark', mark: mark(Math.max(0, at), 50) })),
  );

  test('nothing lies outside the sound, and every span runs forward', () => {
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 0, max: 4000 }), (lines, durationMs) => {
        const { marks, capture } = foldJournal([start, ...lines], durationMs, true)!.call;
        for (const { fromMs, toMs } of [...marks, ...capture.gaps, ...capture.pauses]) {
          expect(fromMs).toBeGreaterThanOrEqual(0);
          expect(toMs).toBeGreaterThanOrEqual(fromMs);
          expect(toMs).toBeLessThanOrEqual(durationMs);
        }
      }),
    );
  });

  test('a cut anywhere in its text loses the line that was cut and no other', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(), (lines, seed) => {
        const written = [start, ...lines].map((one) => `${JSON.stringify(one)}\n`);
        const text = written.join('');
        const cut = seed % (text.length + 1);
        const whole = written.filter(
          (_, index) => written.slice(0, index + 1).join('').length - 1 <= cut,
        ).length;
        expect(parseJournal(text.slice(0, cut)).length).toBe(whole);
      }),
    );
  });
});

test('a call that went on as notes lists the time without sound as one pause to the end, a privacy pause before it apart', () => {
  const fact = (type: 'paused' | 'resumed', atMs: number): JournalLine => ({
    type: 'fact',
    fact: { type, atMs },
  });
  const lines: JournalLine[] = [
    start,
    fact('paused', 100),
    fact('resumed', 200),
    { type: 'sound-ended' },
    fact('paused', 400),
    // the capture window died and its successor said so again
    fact('paused', 600),
    { type: 'mark', mark: mark(800) },
  ];
  expect(foldJournal(lines, 1000, true)?.call).toMatchObject({
    capture: {
      pauses: [
        { fromMs: 100, toMs: 200 },
        { fromMs: 400, toMs: 1000, why: 'notes-only' },
      ],
    },
    marks: [{ fromMs: 800 }],
  });
  expect(foldJournal(lines, 1000, true)?.call.capture.pauses[0]).not.toHaveProperty('why');
});
