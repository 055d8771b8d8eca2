// What a search asks for: the text split into terms, and a term as SQLite's full-text search wants it.
import { wordsOf } from './words.ts';

/**
 * A term is one or more words that must follow each other, the last of them by its beginning, each with a space
 * before it as in `foldedWords`: ` refund`, or ` e mail` from `e-mail`, or ` 東 京` from `東京`. So
 * `foldedWords(text).includes(term)` says whether a text has it.
 */
export type Term = string;

// Bounds on what a pasted page can cost. What comes after them is not sought.
const mostTerms = 24;
const mostWordsInTerm = 24;

/** The terms of what the user typed, each once. Whatever is no word (quotes, operators, NUL) only separates words. */
export function termsOf(text: string): Term[] {
  const terms = new Set<Term>();
  for (const [chunk] of text.slice(0, 20_000).matchAll(/\S+/g)) {
    const words = wordsOf(chunk).slice(0, mostWordsInTerm);
    if (words.length > 0) terms.add(words.map((word) => ` ${word.folded}`).join(''));
    if (terms.size === mostTerms) break;
  }
  return [...terms];
}

/** Tokens that stand for a property of the call, not for a word in it. No text contains them. */
export function outcomeFacet(outcome: string | null): string {
  return `=${outcome?.replace(/-/g, '') ?? 'none'}`;
}

/** FTS5's own query for calls that have all of the terms and facets. Terms hold nothing that needs escaping. */
export function matchExpression(terms: readonly Term[], facets: readonly string[]): string {
  return [...facets.map((facet) => `"${facet}"`), ...terms.map((term) => `"${term.slice(1)}" *`)].join(
    ' AND ',
  );
}
