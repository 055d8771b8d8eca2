// A query line in the index's own words: what of it the full-text index answers, what is asked of calls, and what of their moments.
import type { Moment } from '../../contract/library.ts';
import type { QueryPart } from '../../contract/query.ts';
import { anyCall } from './facets.ts';
import { filtersAsked } from './filters.ts';
import { hasTerm, matchOf, mostTerms, termOf, type Term } from './terms.ts';

/** A piece of SQL that is 0 or 1, and its values. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
}

/** Keys in [from, below). */
export interface Keys {
  from: number;
  below: number;
}

export interface Sought {
  /** FTS5's expression; empty when nothing is asked that it could answer. */
  match: string;
  /** On `calls`; all of them hold. */
  conditions: readonly Condition[];
  keys: Keys;
  /** On `moments`: what filters ask for, and what words ask for. A moment with any of it is a hit. */
  moments: { filters: readonly Condition[]; words: readonly Condition[] };
  /** What is marked wherever it is found. */
  terms: readonly Term[];
  /** What is marked in moments of a kind alone. */
  termsOfKind: Partial<Record<Moment['kind'], readonly Term[]>>;
}

/** `today` is the user's calendar date. What cannot be asked (half typed, wrong, no word in it) narrows nothing. */
export function soughtBy(parts: readonly QueryPart[], today: string): Sought {
  const words = wordsAsked(parts);
  const filters = filtersAsked(parts, today);
  const wanted = [...words.wanted.map(matchOf), ...filters.matches];
  const unwanted = [...words.unwanted.map(matchOf), ...filters.unwantedMatches];
  const isMatched = wanted.length + unwanted.length > 0;
  return {
    match: matchExpression(isMatched ? [...wanted, ...filters.hints] : [], unwanted),
    conditions: filters.conditions,
    keys: filters.keys,
    moments: {
      filters: filters.moments,
      words: words.wanted.map((term) => ({ sql: `(${hasTerm(term)})`, values: [term] })),
    },
    terms: words.wanted,
    termsOfKind: filters.termsOfKind,
  };
}

function wordsAsked(parts: readonly QueryPart[]): { wanted: Term[]; unwanted: Term[] } {
  const wanted = new Set<Term>();
  const unwanted = new Set<Term>();
  for (const part of parts) {
    const term = part.type === 'words' ? termOf(part.text, part.quote === 'closed') : null;
    if (term !== null) (part.not ? unwanted : wanted).add(term);
    if (wanted.size + unwanted.size === mostTerms) break;
  }
  return { wanted: [...wanted], unwanted: [...unwanted] };
}

/** NOT needs something to take from. */
function matchExpression(wanted: readonly string[], unwanted: readonly string[]): string {
  const all = wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all || `"${anyCall}"`}) NOT (${unwanted.join(' OR ')})`;
}
