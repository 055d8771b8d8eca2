// What leaves the app of a company: its measures, and nothing that names a person, a case or a word of a call.
import { beforeAll, expect, test } from 'vitest';
import { measureKeys, type Measure, type Scorecard } from '../../../../contract/companies.ts';
import { startWords, wordsOf } from '../../../../renderer/app/i18n.ts';
import { leavingOf } from '../../../../renderer/app/company/leaving.ts';
import { measureWords } from '../../../../renderer/app/company/measure-words.ts';
import { scorecardRows } from '../../../../renderer/app/company/scorecard-rows.ts';
import { inZone } from '../../../support/in-zone.ts';

beforeAll(() => startWords());

const measure = (value: number | null, part: number, whole: number, n: number): Measure => ({
  value,
  part,
  whole,
  n,
  calls: n,
});
const minute = 60_000;
const scorecard: Scorecard = {
  company: '=Northwind, "Telecom"',
  calls: 4,
  period: { fromMs: Date.UTC(2026, 2, 2, 12), untilMs: Date.UTC(2026, 10, 1, 12) },
  durationMs: 60 * minute,
  late: 1,
  measures: {
    time: measure(60 * minute, 60 * minute, 4, 4),
    hold: measure(1 / 3, 20 * minute, 60 * minute, 4),
    promises: measure(0.5, 2, 4, 4),
    firstCall: measure(null, 1, 2, 2),
    transfers: measure(0.25, 1, 4, 4),
    repeats: measure(0, 3, 3, 3),
  },
  newest: [
    {
      callId: 'secret-call',
      startedAtMs: 12_345,
      durationMs: 1,
      holdMs: 0,
      outcome: 'resolved',
      promises: { open: 0, kept: 0, late: 0, broken: 0 },
    },
  ],
  promises: [
    {
      callId: 'secret-call',
      markId: 'm',
      startedAtMs: 0,
      text: 'secret words',
      fromMs: 0,
      toMs: 1,
      due: null,
      amount: null,
      status: 'open',
    },
  ],
  promiseCount: 1,
};
const talk = { ...measure(0.25, 10 * minute, 40 * minute, 3), leftOut: 1 };

test('a row a measure, with what it is made of, its sample and its formula; too few calls have no value', () => {
  inZone('UTC');
  const [head, ...rows] = scorecardRows(leavingOf(scorecard, talk), wordsOf('company'));
  expect(head).toHaveLength(12);
  expect(rows.map((row) => row.slice(3, 11))).toEqual([
    ['Time on the phone', 60, 'minutes', 60, 4, 4, 'calls', 4],
    ['On hold', 0.333, 'share', 20, 60, 4, 'calls', 4],
    ['Promises kept', 0.5, 'share', 2, 4, 4, 'promises decided', 4],
    ['Resolved on first call', null, 'share', null, null, 2, 'cases', 2],
    ['Transfers a call', 0.25, 'per call', 1, 4, 4, 'calls', 4],
    ['Repeat calls per case', 0, 'per case', 3, 3, 3, 'cases', 3],
    ['Who talked', 0.25, 'share of you', 10, 40, 3, 'calls', 3],
  ]);
  expect(rows[0]!.slice(0, 3)).toEqual(['=Northwind, "Telecom"', '2026-03-02', '2026-11-01']);
  for (const row of rows) expect(String(row[11]).length).toBeGreaterThan(40);
});

test('neither the table nor what the picture is drawn from has words, calls or times of theirs', () => {
  const leaving = leavingOf(scorecard, talk);
  const all = JSON.stringify([leaving, scorecardRows(leaving, wordsOf('company'))]);
  expect(all).not.toContain('secret');
  expect(all).not.toContain('12345');
});

test('each measure is said with what it rests on, and too few calls are said to be too few', () => {
  const t = wordsOf('company');
  const all = leavingOf(scorecard, talk).measures;
  const said = measureKeys.map((key) => {
    const { value, detail, sample } = measureWords(key, all[key], t, scorecard.late);
    return [value, detail, sample];
  });
  expect(said).toEqual([
    ['1 h', '15 min a call', '4 calls'],
    ['33%', '20 min of 1 h', '4 calls'],
    ['2 of 4', '50% in time, 1 kept late', '4 promises decided'],
    [null, '2 calls count here; three are needed', ''],
    ['0.3', '1 transfer', '4 calls'],
    ['0.0', '3 calls with a case', '3 cases'],
    ['You 25%, them 75%', '', '3 calls, 1 left out'],
  ]);
});
