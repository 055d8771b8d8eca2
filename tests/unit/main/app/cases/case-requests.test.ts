// The door for cases: what the window sends passes unchanged, what would name a path or harm a file does not.
import { describe, expect, test } from 'vitest';
import { mostAttachedBytes } from '../../../../../contract/cases.ts';
import * as door from '../../../../../main/app/cases/case-requests.ts';
import { makeRule } from '../../../../support/make-case.ts';

const dated = { id: 'one', on: '2026-11-25', addedAt: '2026-11-25T10:00:00.000Z' };
const bytes = new Uint8Array(3);
const file = { name: '../a.pdf', mediaType: 'application/pdf', on: '2026-11-25', bytes };

describe('what the window sends passes unchanged', () => {
  test.each([
    { kind: 'want', text: 'All of it' },
    { kind: 'next-step', patch: { due: null } },
    { kind: 'close', ending: '' },
    { kind: 'reopen' },
    { kind: 'put-offer', offer: { ...dated, text: '$60', amount: { value: 60, currency: 'USD' } } },
    { kind: 'change-offer', id: 'one', patch: { amount: null } },
    { kind: 'put-note', note: { ...dated, text: 'N' } },
    { kind: 'change-note', id: 'one', patch: { on: '2026-01-01' } },
    { kind: 'describe-file', id: 'one', patch: { note: 'N' } },
    { kind: 'clock', patch: { on: false, startedOn: null } },
    { kind: 'put-rule', rule: makeRule() },
    { kind: 'change-rule', id: 'rule-1', patch: { wait: { count: 4, unit: 'weeks' } } },
  ])('%j', (change) => {
    expect(door.changeCase.parse(['Refund', change])).toEqual(['Refund', change]);
  });

  test('an attached file, whatever it was called', () => {
    expect(door.attach.parse(['Refund', file])).toEqual(['Refund', file]);
  });
});

describe('what does not pass', () => {
  test.each([
    ['a change of nothing known', { kind: 'erase' }],
    ['another name for a file on disk', { kind: 'describe-file', id: 'one', patch: { name: '../../x' } }],
    ['another hash', { kind: 'describe-file', id: 'one', patch: { sha256: 'a'.repeat(64) } }],
    ['a rule under another id', { kind: 'change-rule', id: 'one', patch: { id: 'two' } }],
    ['a day that is none', { kind: 'next-step', patch: { due: '2026-02-30' } }],
    ['a wait without end', { kind: 'change-rule', id: 'one', patch: { wait: { count: 1e9, unit: 'days' } } }],
  ])('%s', (_what, change) => {
    expect(door.changeCase.safeParse(['Refund', change]).success).toBe(false);
  });

  test('a path for a folder, no name at all, bytes that are none, and more of them than a file may have', () => {
    expect(door.aCaseFolder.safeParse(['../calls']).success).toBe(false);
    expect(door.aCase.safeParse(['']).success).toBe(false);
    expect(door.attach.safeParse(['Refund', { ...file, bytes: '/etc/passwd' }]).success).toBe(false);
    const large = new Uint8Array(mostAttachedBytes + 1);
    expect(door.attach.safeParse(['Refund', { ...file, bytes: large }]).success).toBe(false);
  });
});
