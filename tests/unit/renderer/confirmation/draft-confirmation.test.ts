// The letter says what was promised, line by line, and has no line for what is not there.
import { expect, test } from 'vitest';
import type { Call, Mark, PromiseDetail } from '../../../../contract/call.ts';
import { draftConfirmation } from '../../../../renderer/app/confirmation/draft-confirmation.ts';

const words = {
  when: 'today at 14:03',
  due: (day: string) => `by ${day}`,
  amount: ({ value, currency }: { value: number; currency: string }) => `${value} ${currency}`,
  from: (who: string) => `said by ${who}`,
  reference: (number: string) => `Reference: ${number}`,
};
const template = 'Hello,\n\nOn our call {when} I was promised:\n\n{promises}\n\n{references}\n\nRegards';

const mark = (kind: Mark['kind'], text: string, promise?: Partial<PromiseDetail>): Mark => ({
  id: text,
  kind,
  fromMs: 0,
  toMs: 1,
  text,
  createdAt: '',
  updatedAt: '',
  ...(promise && {
    promise: { who: '', due: null, amount: null, status: 'open', decidedAt: null, ...promise },
  }),
});
const letter = (marks: Mark[], text = template) =>
  draftConfirmation(text, { company: 'Northwind', marks } as unknown as Call, words);

test('a promise is said with its day, its amount and who made it', () => {
  const marks = [
    mark('promise', 'Refund', { due: '2026-11-30', amount: { value: 120, currency: 'USD' }, who: 'Maria' }),
    mark('promise', 'A letter', {}),
    mark('reference', 'NW-1'),
  ];
  expect(letter(marks)).toBe(
    'Hello,\n\nOn our call today at 14:03 I was promised:\n\n- Refund (by 2026-11-30, 120 USD, said by Maria)\n- A letter\n\nReference: NW-1\n\nRegards',
  );
});

test('what is empty leaves no line behind', () => {
  expect(letter([mark('promise', 'A letter', {}), mark('promise', ' ', {}), mark('reference', '')])).toBe(
    'Hello,\n\nOn our call today at 14:03 I was promised:\n\n- A letter\n\nRegards',
  );
});

test('a withdrawn promise is not claimed', () => {
  expect(letter([mark('promise', 'Gone', { status: 'withdrawn' })])).not.toContain('Gone');
});

test('words that look like places or patterns are left as they were said', () => {
  expect(letter([mark('promise', 'cost {when} $& $1', {})], '{promises}')).toBe('- cost {when} $& $1');
});
