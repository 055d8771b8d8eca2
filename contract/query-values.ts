// What the value of a filter means, or why it means nothing: read alike by the search and by the chips that show it.
import { markKinds, outcomes } from './call.ts';
import { daysOf, type Days } from './query-dates.ts';
import type { QueryField, QueryFilter } from './query.ts';

/** `due` is open with its day still to come, today included; `overdue` is open with its day gone by. */
export const promiseAsked = ['open', 'due', 'overdue', 'kept', 'late', 'broken', 'withdrawn'] as const;
export type PromiseAsked = (typeof promiseAsked)[number];

/** Fields whose values are a closed list, and the list. */
export const listed = {
  outcome: [...outcomes, 'none'],
  mark: markKinds,
  promise: promiseAsked,
} as const satisfies Partial<Record<QueryField, readonly string[]>>;
export type ListedField = keyof typeof listed;
export const isListed = (field: QueryField): field is ListedField => Object.hasOwn(listed, field);

export type Meaning =
  /** A name or number, found by its words. */
  | { kind: 'name' }
  /** One of these will do. */
  | { kind: 'listed'; field: ListedField; values: readonly string[] }
  | { kind: 'days'; days: Days }
  | { kind: 'length'; ms: number }
  /** Half typed. */
  | { kind: 'nothing' }
  | { kind: 'wrong'; why: 'name' | ListedField | 'day' | 'length' | 'not' };

/** `today` is the user's calendar date, `2026-11-23`. */
export function meaningOf({ field, value, not }: QueryFilter, today: string): Meaning {
  const text = value.trim();
  if (text === '') return { kind: 'nothing' };
  if (isListed(field)) return listedMeaning(field, text.toLowerCase());
  switch (field) {
    case 'company':
    case 'case':
    case 'agent':
    case 'ref':
      return /[\p{L}\p{N}\p{So}]/u.test(text) ? { kind: 'name' } : { kind: 'wrong', why: 'name' };
    case 'longer':
    case 'shorter': {
      const ms = lengthOf(text);
      if (ms === null) return { kind: 'wrong', why: 'length' };
      return not ? { kind: 'wrong', why: 'not' } : { kind: 'length', ms };
    }
    case 'before':
    case 'after':
    case 'on':
      return not ? { kind: 'wrong', why: 'not' } : daysMeaning(field, text, today);
  }
}

/** By the beginning, as words are: `outcome:re` is resolved and refused until more is typed. */
function listedMeaning(field: ListedField, text: string): Meaning {
  const all: readonly string[] = listed[field];
  const values = all.includes(text) ? [text] : all.filter((one) => one.startsWith(text));
  return values.length > 0 ? { kind: 'listed', field, values } : { kind: 'wrong', why: field };
}

/** `before` and `after` leave out the day, month or year that they name. */
function daysMeaning(field: 'before' | 'after' | 'on', text: string, today: string): Meaning {
  const named = field === 'on' || !text.includes('..') ? daysOf(text, today) : null;
  if (named === null) return { kind: 'wrong', why: 'day' };
  if (field === 'on') return { kind: 'days', days: named };
  const days = field === 'before' ? { from: null, until: named.from } : { from: named.until, until: null };
  return { kind: 'days', days };
}

const unitMs = { h: 3_600_000, m: 60_000, s: 1_000 };

/** `20m`, `1h30m`, `90s`, `20 min`; a bare number is minutes. Null when it is no length. */
export function lengthOf(text: string): number | null {
  const bare = /^\d{1,6}$/.exec(text);
  if (bare) return Number(text) * unitMs.m;
  if (!/^(\d{1,6}\s*[a-z]+\s*)+$/i.test(text)) return null;
  let ms = 0;
  for (const [, count, unit] of text.toLowerCase().matchAll(/(\d+)\s*([a-z]+)/g)) {
    const known = /^(h|hours?|m|min|minutes?|s|sec|seconds?)$/.test(unit!);
    if (!known) return null;
    ms += Number(count) * unitMs[unit![0] as keyof typeof unitMs];
  }
  return ms;
}
