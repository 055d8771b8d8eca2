// What a filter can be completed with: names and numbers that calls have, those of the latest calls first.
import type { SuggestedField, ValueSuggestion } from '../../contract/library.ts';
import { suggestCompanies } from './companies.ts';
import { prepared, type Db } from './db.ts';
import { inCase, markFacet } from './facets.ts';
import { matchOf, termOf } from './terms.ts';
import { foldedWords } from './words.ts';

const mostSuggestions = 8;
/** The newest calls that have such a name; names of older ones are found once more of them is typed. */
const mostCalls = 200;

/** Names with a word that begins so; each once, as it was last written. */
export function suggestValues(db: Db, field: SuggestedField, typed: string): ValueSuggestion[] {
  if (field === 'company')
    return suggestCompanies(db, typed).map(({ company, calls }) => ({ value: company, of: { calls } }));
  const term = termOf(typed);
  const rows = field === 'case' ? casesWith(db, term) : marksWith(db, field, term);
  const names = new Map<string, ValueSuggestion>();
  for (const { value, company } of rows) {
    const words = foldedWords(value);
    if (words === '' || names.has(words) || (term !== null && !words.includes(term))) continue;
    names.set(words, { value, of: { company } });
    if (names.size === mostSuggestions) break;
  }
  return [...names.values()];
}

interface Row {
  value: string;
  company: string;
}

const newest = 'SELECT rowid FROM call_words WHERE call_words MATCH ? ORDER BY rowid DESC LIMIT ?';

function casesWith(db: Db, term: string | null): Row[] {
  return prepared<Row>(
    db,
    `SELECT case_name AS value, company FROM (${newest}) AS latest CROSS JOIN calls ON key = latest.rowid`,
  ).all(term === null ? `"${inCase}"` : `case_name : ${matchOf(term)}`, mostCalls);
}

const marked = { agent: ['agents', 'agent'], ref: ['refs', 'reference'] } as const;

function marksWith(db: Db, field: keyof typeof marked, term: string | null): Row[] {
  const [column, kind] = marked[field];
  return prepared<Row>(
    db,
    `SELECT moments.text AS value, company
       FROM (${newest}) AS latest
      CROSS JOIN calls ON key = latest.rowid
      CROSS JOIN moments ON call_key = latest.rowid AND kind = ?`,
  ).all(term === null ? `"${markFacet(kind)}"` : `${column} : ${matchOf(term)}`, mostCalls, kind);
}
