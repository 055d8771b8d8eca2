// What is said of promises on which day: once on the day, once after it, and never twice.
import { expect, test } from 'vitest';
import {
  dueReminders,
  noticeOf,
  type DatedPromise,
  type Reminder,
  type Said,
} from '../../../../../main/app/reminders/due-reminders.ts';
import { loadStrings } from '../../../../../main/app/strings.ts';

const today = '2026-11-25';
let made = 0;
const due = (day: string, fields: Partial<DatedPromise> = {}): DatedPromise => ({
  callId: 'call',
  markId: `mark-${(made += 1)}`,
  due: day,
  madeOn: '2026-11-10',
  company: 'Northwind',
  text: 'Refund',
  ...fields,
});

test.each([
  ['on its day', due(today), 'due'],
  ['the day after', due('2026-11-24'), 'after'],
  ['a week after, when the computer was off until then', due('2026-11-18'), 'after'],
  ['longer ago than that', due('2026-11-17'), null],
  ['the day before', due('2026-11-26'), null],
  ['on its day, when it was made that very day', due(today, { madeOn: today }), null],
  ['the day after it was made for that very day', due('2026-11-24', { madeOn: '2026-11-24' }), 'after'],
  ['over the end of a month', due('2026-10-31'), null],
])('%s', (_what, promise, kind) => {
  expect(dueReminders([promise], today, [])).toEqual(kind === null ? [] : [{ kind, promise }]);
});

test('over the end of a year and of a leap day, the day after is the day after', () => {
  const kinds = (day: string, on: string) => dueReminders([due(day)], on, []).map(({ kind }) => kind);
  expect(kinds('2026-12-31', '2027-01-01')).toEqual(['after']);
  expect(kinds('2028-02-29', '2028-03-01')).toEqual(['after']);
});

test('what was said is not said again; the day after still is, and so is a promise that got another day', () => {
  const promise = due(today);
  const { callId, markId } = promise;
  const said: Said[] = [{ callId, markId, due: today, kind: 'due' }];
  expect(dueReminders([promise], today, said)).toEqual([]);
  expect(dueReminders([promise], '2026-11-26', said)).toEqual([{ kind: 'after', promise }]);
  const moved = { ...promise, due: '2026-11-27' };
  expect(dueReminders([moved], '2026-11-27', said)).toEqual([{ kind: 'due', promise: moved }]);
  const both: Said[] = [...said, { callId, markId, due: today, kind: 'after' }];
  for (const day of ['2026-11-26', '2026-11-27', '2026-11-30'])
    expect(dueReminders([promise], day, both)).toEqual([]);
});

const reminder = (kind: Reminder['kind'], fields: Partial<DatedPromise> = {}): Reminder => ({
  kind,
  promise: due(kind === 'due' ? today : '2026-11-24', fields),
});
const notice = (...reminders: [Reminder, ...Reminder[]]) =>
  noticeOf(reminders, today, loadStrings(), (day) => `on ${day}`);

test('one is named, several become one notice that counts them and shows the first three', () => {
  expect(notice(reminder('due'))).toEqual({ title: 'Northwind: due today', body: 'Refund' });
  expect(notice(reminder('after'))).toEqual({ title: 'Northwind: was due yesterday', body: 'Refund' });
  expect(notice(reminder('after', { due: '2026-11-20' })).title).toBe('Northwind: was due on 2026-11-20');
  expect(notice(reminder('due', { company: '', text: '' }))).toEqual({
    title: 'A promise is due today',
    body: 'A promise without words',
  });
  expect(notice(reminder('due'), reminder('due', { company: '', text: 'Letter' }))).toEqual({
    title: '2 promises are due today',
    body: 'Northwind: Refund\nLetter',
  });
  const many = [reminder('after'), reminder('due'), reminder('after'), reminder('after')];
  expect(notice(reminder('due'), ...many)).toEqual({
    title: '2 promises are due today, 3 promises are overdue',
    body: 'Northwind: Refund\nNorthwind: Refund\nNorthwind: Refund\nand 2 more',
  });
});
