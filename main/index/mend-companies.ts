// Names of companies with a slip of the pen: the last resort of a search that found nothing.
import type { Showing } from '../../contract/library.ts';
import type { QueryPart } from '../../contract/query.ts';
import { prepared, type Db } from './db.ts';
import { slipsBetween, slipsForgiven } from './slip.ts';
import { matchOf, termOf, wordsIn } from './terms.ts';
import { wordsOf } from './words.ts';

/** The line with names of companies in place of what is found nowhere, and what was put for what; null when nothing can be. */
export function mendCompanies(
  db: Db,
  parts: readonly QueryPart[],
): { parts: QueryPart[]; showing: Showing[] } | null {
  const showing: Showing[] = [];
  const mended = parts.map((part) => {
    const isCompany = part.type === 'filter' && part.field === 'company';
    if (part.not || (part.type === 'filter' && !isCompany)) return part;
    const text = part.type === 'filter' ? part.value : part.text;
    const found = mendText(db, text, isCompany ? isInCompany : isInCall);
    if (found === null) return part;
    showing.push({ typed: text, company: found.company });
    // As the beginning of a word: what was typed may not be finished.
    return part.type === 'filter'
      ? { ...part, value: found.text, quote: 'open' as const }
      : { ...part, text: found.text, quote: 'open' as const };
  });
  return showing.length > 0 ? { parts: mended, showing } : null;
}

/** Each word that is found nowhere becomes the nearest word of a company. */
function mendText(
  db: Db,
  text: string,
  isKnown: (db: Db, word: string) => boolean,
): { text: string; company: string } | null {
  const term = termOf(text);
  if (term === null) return null;
  let company: string | null = null;
  const words = wordsIn(term).map((word) => {
    const nearest = isKnown(db, word) ? null : nearestWord(db, word);
    company = nearest?.company ?? company;
    return nearest?.word ?? word;
  });
  return company === null ? null : { text: words.join(' '), company };
}

const isInCompany = (db: Db, word: string): boolean =>
  prepared(db, 'SELECT 1 FROM company_words WHERE word >= ? AND word < ? LIMIT 1').get(
    word,
    `${word}\u{10ffff}`,
  ) !== undefined;

const isInCall = (db: Db, word: string): boolean =>
  prepared(db, 'SELECT 1 FROM call_words WHERE call_words MATCH ? LIMIT 1').get(matchOf(` ${word}`)) !==
  undefined;

/**
 * The word of a company with the fewest slips; among equals that of the company used last. Hands seldom slip at the first
 * letter: where it differs and something else too, it is another name, as Southwind is.
 */
function nearestWord(db: Db, typed: string): { word: string; company: string } | null {
  const { letters, signs } = spelled(typed);
  let atMost = slipsForgiven(letters.length);
  if (atMost === 0) return null;
  let nearest: string[] = [];
  for (const word of companyWords(db)) {
    if (bitsIn(signs & ~word.signs) > atMost) continue;
    const slips = slipsBetween(letters, word.letters, atMost);
    if (slips === null || (slips > 1 && letters[0] !== word.letters[0])) continue;
    if (slips < atMost) nearest = [];
    atMost = slips;
    nearest.push(word.letters.join(''));
  }
  const named = nearest
    .slice(0, mostCompared)
    .map((word) => companyWith(db, word))
    .sort((one, other) => other.lastStartedAtMs - one.lastStartedAtMs);
  return named[0] ?? null;
}

/** Of words that are equally near. */
const mostCompared = 100;

/** The company with this word that was used last; where several have it, the word as that company writes it. */
function companyWith(db: Db, word: string): { word: string; company: string; lastStartedAtMs: number } {
  const found = prepared<{ company: string; lastStartedAtMs: number }>(
    db,
    `SELECT company, last_started_at_ms AS lastStartedAtMs
       FROM company_words JOIN companies ON companies.key = company_key WHERE word = ?
      ORDER BY last_started_at_ms DESC LIMIT 2`,
  ).all(word);
  const [{ company, lastStartedAtMs }] = found as [(typeof found)[number]];
  const place = found.length > 1 ? wordsOf(company).find(({ folded }) => folded === word) : undefined;
  const name = place ? company.slice(place.start, place.end) : company;
  return { word, company: name, lastStartedAtMs };
}

interface Spelled {
  letters: readonly string[];
  /** A bit for each letter that is in it: one that another word lacks costs a slip, so most words are told apart at once. */
  signs: number;
}

function spelled(word: string): Spelled {
  const letters = Array.from(word);
  return { letters, signs: letters.reduce((bits, letter) => bits | (1 << (letter.codePointAt(0)! & 31)), 0) };
}

function bitsIn(signs: number): number {
  let count = 0;
  for (let rest = signs; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const read = new WeakMap<Db, { version: string; words: readonly Spelled[] }>();

/** All words of all companies, letter by letter: read from an index of nothing else, and kept until a change. */
function companyWords(db: Db): readonly Spelled[] {
  const changes = prepared<number>(db, 'SELECT total_changes()').pluck().get();
  const version = `${changes} ${String(db.pragma('data_version', { simple: true }))}`;
  const last = read.get(db);
  if (last?.version === version) return last.words;
  const words = prepared<string>(db, 'SELECT DISTINCT word FROM company_words').pluck().all().map(spelled);
  read.set(db, { version, words });
  return words;
}
