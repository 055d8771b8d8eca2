// Where in a text the terms of a search are, and the part of a long text that is worth showing.
import type { Moment } from '../../contract/library.ts';
import { isWhole, wordsIn, type Term } from './terms.ts';
import { fold, isAscii, wordsOf, type Word } from './words.ts';

type Matches = Moment['matches'];

const longestExcerpt = 280;
const leadIn = 60;

/** [start, end) of every place where a term is found, in order, not overlapping. Of a last word only what was asked for. */
export function matchesIn(text: string, terms: readonly Term[]): Matches {
  if (terms.length === 0) return [];
  const words = wordsOf(text);
  const found: [number, number][] = [];
  for (const term of terms) {
    const asked = wordsIn(term);
    const last = isWhole(term) ? -1 : asked.length - 1;
    for (const [at, first] of words.entries()) {
      if (!asked.every((word, index) => hasWord(words[at + index], word, index === last))) continue;
      found.push([first.start, endOf(text, words[at + asked.length - 1]!, asked.at(-1)!.length)]);
    }
  }
  return merge(found.sort((one, other) => one[0] - other[0]));
}

function hasWord(word: Word | undefined, asked: string, byBeginning: boolean): boolean {
  return word !== undefined && (byBeginning ? word.folded.startsWith(asked) : word.folded === asked);
}

/** Where the first `length` units of the folded word end in the text as it was written. */
function endOf(text: string, word: Word, length: number): number {
  const written = text.slice(word.start, word.end);
  if (isAscii(written)) return word.start + length;
  let end = word.start;
  for (const character of written) {
    const isAccent = /^[\p{M}\uff9e\uff9f]$/u.test(character);
    if (!isAccent && fold(text.slice(word.start, end)).length >= length) break;
    end += character.length;
  }
  return end;
}

function merge(ranges: readonly [number, number][]): Matches {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A text of sensible length with its matches: long notes are cut to the surroundings of the first match. */
export function excerpt(text: string, terms: readonly Term[]): { text: string; matches: Matches } {
  const matches = matchesIn(text, terms);
  if (text.length <= longestExcerpt) return { text, matches };
  const first = matches[0]?.[0] ?? 0;
  const start = first <= leadIn ? 0 : wordStart(text, first - leadIn, first);
  const end = Math.min(text.length, wholeCharacter(text, start + longestExcerpt));
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    matches: matches
      .filter(([from]) => from >= start && from < end)
      .map(([from, to]) => [from + shift, Math.min(to, end) + shift] as const),
  };
}

function wordStart(text: string, from: number, atMost: number): number {
  const space = text.slice(from, atMost).search(/\s\S/);
  return space >= 0 ? from + space + 1 : wholeCharacter(text, from);
}

/** Not between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
