// All that happened in a case, in order of time, whatever it is and wherever the call was made.
import { expect, test } from 'vitest';
import type { CaseCall } from '../../../../contract/cases.ts';
import { timelineOf } from '../../../../renderer/app/case/timeline.ts';
import { makeCase } from '../../../support/make-case.ts';

const call = (callId: string, startedAt: string, letters: CaseCall['letters'] = []): CaseCall => ({
  callId,
  company: 'Northwind',
  title: '',
  startedAtMs: Date.parse(startedAt),
  utcOffsetMinutes: -300,
  durationMs: 1_000,
  outcome: null,
  notes: '',
  nextStep: '',
  agents: [],
  references: [],
  promises: [],
  letters,
});
const kept = { bytes: 1, sha256: 'a'.repeat(64), mediaType: '', note: '' };

test('calls, letters, offers, notes and files stand in order of time, and the end at the end', () => {
  const file = makeCase({
    status: 'closed',
    closedAt: '2026-12-03T09:00:00.000Z',
    ending: 'Paid',
    offers: [
      {
        id: 'offer',
        on: '2026-11-20',
        addedAt: '2026-11-25T10:00:00.000Z',
        text: '',
        amount: null,
      },
    ],
    notes: [{ id: 'note', on: '2026-11-25', addedAt: '2026-11-25T12:00:00.000Z', text: '' }],
    files: [{ id: 'file', on: '2026-11-10', addedAt: '2026-11-25T12:01:00.000Z', name: 'a.pdf', ...kept }],
  });
  const newest = [
    call('second', '2026-11-23T14:05:00.000Z'),
    call('first', '2026-11-09T15:00:00.000Z', [{ at: '2026-11-09T16:00:00.000Z', how: 'mail', text: '' }]),
  ];
  expect(timelineOf({ file, newest }).map(({ key }) => key)).toEqual([
    'first',
    'first 2026-11-09T16:00:00.000Z',
    'file',
    'offer',
    'second',
    'note',
    'closed',
  ]);
});

test('what was written down on its own day stands at its minute; on an earlier day, at that day', () => {
  const addedAt = new Date(2026, 10, 25, 8, 30).toISOString();
  const note = (id: string, on: string) => ({ id, on, addedAt, text: '' });
  const file = makeCase({ notes: [note('now', '2026-11-25'), note('then', '2026-11-03')] });
  const [then, now] = timelineOf({ file, newest: [] });
  expect(new Date(now!.atMs).toISOString()).toBe(addedAt);
  expect(new Date(then!.atMs).getDate()).toBe(3);
});

test('of a case without a file there are its calls', () => {
  expect(timelineOf({ file: null, newest: [call('one', '2026-11-09T15:00:00.000Z')] })).toHaveLength(1);
  expect(timelineOf({ file: null, newest: [] })).toEqual([]);
});
