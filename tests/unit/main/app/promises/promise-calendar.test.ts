// Promises in a calendar: the right day in every zone, the same entry each time, words that survive.
import { expect, test } from 'vitest';
import type { LedgerPromise } from '../../../../../contract/promises.ts';
import { promiseCalendar } from '../../../../../main/app/promises/promise-calendar.ts';
import { loadStrings } from '../../../../../main/app/strings.ts';
import { inZone } from '../../../../support/in-zone.ts';
import { makePromise } from '../../../../support/make-call.ts';

const startedAtMs = Date.UTC(2026, 10, 23, 14, 5);
const promise = (text: string, due: string | null, company = 'Northwind'): LedgerPromise => ({
  callId: '20261123T140500Z-k7f3q2x9',
  markId: 'mark-1',
  company,
  startedAtMs,
  fromMs: 718_000,
  toMs: 741_000,
  text,
  promise: makePromise('', {
    due,
    who: 'agent 4471',
    amount: { value: 120, currency: 'USD' },
  }).promise!,
});
const calendar = (...promises: LedgerPromise[]) =>
  promiseCalendar(promises, Date.UTC(2026, 10, 25, 9), loadStrings());
/** Lines as RFC 5545 folds them: 75 octets, the rest after a space. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test.each(['America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'in %s the entry is on the day that was promised, and the whole of it',
  (timeZone) => {
    inZone(timeZone);
    const lines = linesOf(calendar(promise('Refund', '2026-11-30')));
    expect(lines).toContain('DTSTART;VALUE=DATE:20261130');
    expect(lines.filter((line) => line.startsWith('DTEND') && line !== 'DTEND;VALUE=DATE:20261201')).toEqual(
      [],
    );
  },
);

test('an entry says who promised what, where it was said, and rings at nine on the day', () => {
  inZone('America/New_York');
  const lines = linesOf(calendar(promise('Refund; of $120, within 5 days', '2026-11-30')));
  expect(lines).toContain('SUMMARY:Northwind: Refund\\; of $120\\, within 5 days');
  expect(lines).toContain('UID:20261123T140500Z-k7f3q2x9-mark-1@on-record');
  expect(lines.find((line) => line.startsWith('DESCRIPTION:Promised'))).toBe(
    'DESCRIPTION:Promised by agent 4471\\nAmount: 120 USD\\nSaid on the call of 2026-11-23\\, at 0:11:58. The recording is in On Record.',
  );
  expect(lines).toContain('BEGIN:VALARM');
  expect(lines.find((line) => line.startsWith('TRIGGER'))).toMatch(/^TRIGGER[^:]*:PT9H$/);
});

test('a promise without a day is no entry, and one without words or company still says what it is', () => {
  const text = calendar(promise('Refund', null), promise('', '2026-11-30', ''));
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(linesOf(text)).toContain('SUMMARY:A promise without words');
});

test('long words of any script are folded between letters, within 75 octets', () => {
  const words = 'Rückerstattung 返金 возврат '.repeat(20).trim();
  const text = calendar(promise(words, '2026-11-30'));
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(linesOf(text)).toContain(`SUMMARY:Northwind: ${words}`);
});
