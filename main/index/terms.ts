// What a search asks of words: a term, and what SQLite's full-text search wants instead of it.
import { wordsOf } from './words.ts';

/**
 * A term is one or more words that must follow each other, each with a space before it as in `foldedWords`: ` refund`,
 * or ` e mail` from `e-mail`, or ` 東 京` from `東京`. The last word is sought by its beginning, or as it is when a space
 * stands behind it: ` price lock `. So `(foldedWords(text) + ' ').includes(term)` says whether a text has it.
 */
export type Term = string;

// Bounds on what a pasted page can cost. What comes after them is not sought.
export const mostTerms = 24;
const mostWordsInTerm = 24;

/** Whatever is no word (quotes, operators, NUL) only separates words; null when there is none. */
export function termOf(text: string, whole = false): Term | null {
  const words = wordsOf(text).slice(0, mostWordsInTerm);
  if (words.length === 0) return null;
  return words.map((word) => ` ${word.folded}`).join('') + (whole ? ' ' : '');
}

/** The terms of a text without quotes, one for each run of it between blanks, each once. */
export function termsOf(text: string): Term[] {
  const terms = new Set<Term>();
  for (const [run] of text.slice(0, 20_000).matchAll(/\S+/g)) {
    const term = termOf(run);
    if (term !== null) terms.add(term);
    if (terms.size === mostTerms) break;
  }
  return [...terms];
}

export const isWhole = (term: Term): boolean => term.endsWith(' ');

/** The words of a term. */
export const wordsIn = (term: Term): string[] => term.trim().split(' ');

/** FTS5's own words for a term. It holds nothing that needs escaping. */
export const matchOf = (term: Term): string => `"${term.trim()}"${isWhole(term) ? '' : ' *'}`;

/** A condition on the column `words` of moments, with the term as its one value. */
export const hasTerm = (term: Term): string =>
  isWhole(term) ? "instr(words || ' ', ?) > 0" : 'instr(words, ?) > 0';
