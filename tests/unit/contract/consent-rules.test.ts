// The stricter of two places, the unknown as all-party, and the age of the rules; on the rules that ship.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areOld,
  placesOf,
  ruleForCall,
  sourcesOf,
  type ConsentLaws,
} from '../../../contract/consent-rules.ts';

const laws = JSON.parse(readFileSync('assets/consent-laws.json', 'utf8')) as ConsentLaws;
const rule = (you: string, them: string) => ruleForCall(laws, { you, them });

describe('the rule for a call', () => {
  it.each([
    ['US-NY', 'US-TX', 'one-party'],
    ['US-NY', 'US-CA', 'all-party'],
    ['US-CA', 'US-NY', 'all-party'],
    ['DE', 'GB', 'all-party'],
    ['GB', 'IE', 'one-party'],
    ['GB', '', 'all-party'],
    ['', 'GB', 'all-party'],
    ['', '', 'all-party'],
    ['US-CT', 'US-NY', 'all-party'],
    ['US-DE', 'US-NY', 'all-party'],
    ['US-FED', 'US-NY', 'all-party'],
    ['AU', 'GB', 'all-party'],
    ['GB', 'XX', 'all-party'],
  ] as const)('%s and %s: %s', (you, them, counts) => {
    expect(rule(you, them).counts).toBe(counts);
  });

  it('says why a side counts as it does', () => {
    expect(rule('US-NY', 'US-CA')).toMatchObject({ you: { reason: 'rule' }, them: { reason: 'rule' } });
    expect(rule('US-CT', 'US-FED')).toMatchObject({
      you: { reason: 'unsettled' },
      them: { reason: 'state-unknown' },
    });
    expect(rule('', 'XX')).toMatchObject({
      you: { reason: 'not-known', place: null },
      them: { reason: 'not-known', place: null },
    });
  });

  it('says whether a rule makes it strict, or doubt', () => {
    expect(rule('US-NY', 'US-CA').because).toBe('rule');
    expect(rule('', 'DE').because).toBe('rule');
    expect(rule('US-NY', '').because).toBe('doubt');
    expect(rule('US-CT', 'GB').because).toBe('doubt');
    expect(rule('US-NY', 'US-TX').because).toBe('rule');
  });

  it('is the same from both ends, and never milder than one of its sides', () => {
    const code = fc.constantFrom('', ...laws.jurisdictions.map((place) => place.code));
    fc.assert(
      fc.property(code, code, (one, other) => {
        const { you, them, counts } = rule(one, other);
        expect(rule(other, one).counts).toBe(counts);
        expect(counts === 'one-party').toBe(you.counts === 'one-party' && them.counts === 'one-party');
      }),
    );
  });

  it('asks for one person’s consent only where both places are known to', () => {
    const others = placesOf(laws).filter((place) => place.consent !== 'one-party');
    expect(new Set(others.map(({ code }) => rule(code, 'GB').counts))).toEqual(new Set(['all-party']));
  });
});

it('a rule that is no longer in force is no place to be in', () => {
  expect(placesOf(laws).map((place) => place.code)).not.toContain('US-FCC');
  expect(rule('US-FCC', 'GB').you.reason).toBe('not-known');
});

it.each([
  ['2026-11', '2026-11-24', false],
  ['2026-11', '2027-11-30', false],
  ['2026-11', '2027-12-01', true],
  ['2026-11', '2030-01-01', true],
  ['2026-01', '2027-01-31', false],
  ['2025-12', '2027-01-01', true],
])('rules of %s are old on %s: %s', (asOf, today, old) => {
  expect(areOld(asOf, Date.parse(today))).toBe(old);
});

it('every place names sources that are there', () => {
  for (const place of laws.jurisdictions) expect(sourcesOf(laws, place).length).toBe(place.sources.length);
});
