import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readName } from '../../../../main/library/import-name.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const local = (...fields: [number, number, number, number, number, number, number?]) => {
  const [year, month, day, hour, minute, second, ms = 0] = fields;
  return new Date(year, month - 1, day, hour, minute, second, ms).getTime();
};

describe('names of recordings', () => {
  it.each([
    ['20260412_101530.123-0400_in_+15550100_Northwind', Date.parse('2026-04-12T14:15:30.123Z')],
    ['20260412_101530.5+0530_out', Date.parse('2026-04-12T04:45:30.500Z')],
    ['2026-04-12 10-15-30', local(2026, 4, 12, 10, 15, 30)],
    ['2026-04-12T10.15.30 Northwind', local(2026, 4, 12, 10, 15, 30)],
    ['Northwind(5550100)_20260412101530', local(2026, 4, 12, 10, 15, 30)],
    ['Call recording Northwind_260412_101530', local(2026, 4, 12, 10, 15, 30)],
  ])('the time of %s is known', (stem, startedAtMs) => {
    expect(readName(stem, now).startedAtMs).toBe(startedAtMs);
  });

  it.each([
    ['20260412_101530.123-0400_in_sim1_+15550100_Northwind_Telecom', 'Northwind Telecom', '+15550100'],
    ['20260412_101530.123-0400_out_5550100', '', '5550100'],
    ['Northwind(555 0100 22)_20260412101530', 'Northwind', '555 0100 22'],
    ['Call recording Förde Energie_260412_101530', 'Förde Energie', ''],
    ['2026-04-12 10-15-30 (phone) Contoso (+1 555-0100)', 'Contoso', '+1 555-0100'],
    ['20260412_101530', '', ''],
  ])('%s names “%s” and “%s”', (stem, name, phone) => {
    expect(readName(stem, now)).toMatchObject({ name, phone });
  });

  it.each(['holiday song', 'AUD-20260412-WA0001', '20261340_101530', '20260412_256199', '20280101_101530'])(
    '%s has no time, and its words are nobody’s name',
    (stem) => {
      expect(readName(stem, now)).toEqual({ startedAtMs: null, name: '', phone: '' });
    },
  );

  it('whatever a name holds, it is read without trouble and never gives a time to come', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (stem) => {
        const { startedAtMs } = readName(stem, now);
        expect(startedAtMs === null || startedAtMs <= now + 24 * 3_600_000).toBe(true);
      }),
    );
  });
});
