// Which company a name stands for: itself, or the one that the user says it is another name of.
import type { CallId } from '../../contract/call.ts';
import { companyKey, refreshCompany } from './companies.ts';
import { prepared, type Db } from './db.ts';

/** A company as it is to be called, and all names under which it is known, its own among them. */
export interface KnownCompany {
  name: string;
  names: readonly string[];
}

interface Named {
  /** What its calls are kept under. */
  companyKey: string;
  /** How it is called. */
  company: string;
}

export function companyNamed(db: Db, name: string): Named {
  const key = companyKey(name);
  const known = prepared<Named>(
    db,
    'SELECT company_key AS companyKey, company FROM company_names WHERE key = ?',
  ).get(key);
  return known ?? { companyKey: key, company: name };
}

/** The name under which a company is listed, and its calls; the name itself when there is none of it. */
export function listedAs(db: Db, name: string): { company: string; calls: number } {
  const { companyKey: key, company } = companyNamed(db, name);
  const listed = prepared<{ company: string; calls: number }>(
    db,
    'SELECT company, calls FROM companies WHERE key = ?',
  ).get(key);
  return listed ?? { company, calls: 0 };
}

/** Whether these are the known names already. */
export function companyNamesAre(db: Db, companies: readonly KnownCompany[]): boolean {
  return changedNames(knownNames(db), namesOf(companies)).length === 0;
}

/**
 * Makes these the known names, in place of those before. A company's own name goes before another's alias of it.
 * Answers the calls that are to be put in anew: until then their stamps say that they are not up to date.
 */
export function setCompanyNames(db: Db, companies: readonly KnownCompany[]): CallId[] {
  const known = knownNames(db);
  const wanted = namesOf(companies);
  const changed = changedNames(known, wanted);
  if (changed.length === 0) return [];
  return db
    .transaction(() => {
      const touched = new Set<string>();
      for (const key of changed) {
        for (const named of [known.get(key), wanted.get(key), { companyKey: key }])
          if (named) touched.add(named.companyKey);
        const named = wanted.get(key);
        if (named)
          prepared(db, 'INSERT OR REPLACE INTO company_names VALUES (?, ?, ?)').run(
            key,
            named.companyKey,
            named.company,
          );
        else prepared(db, 'DELETE FROM company_names WHERE key = ?').run(key);
      }
      for (const key of touched) {
        prepared(db, 'DELETE FROM company_words WHERE company_key = ?').run(key);
        refreshCompany(db, key);
      }
      const moving = changed.flatMap((key) => callsToMove(db, key, known.get(key), wanted.get(key)));
      return [...new Set(moving)];
    })
    .immediate();
}

/** Calls that may have this name, unless they are listed as they should be already. */
function callsToMove(db: Db, key: string, before: Named | undefined, now: Named | undefined): CallId[] {
  const from = before?.companyKey ?? key;
  const listedRight = from === (now?.companyKey ?? key) ? (now?.company ?? null) : null;
  return prepared<CallId>(
    db,
    `UPDATE calls SET stamp = '' WHERE company_key = ? AND company IS NOT ? RETURNING id`,
  )
    .pluck()
    .all(from, listedRight);
}

type Names = ReadonlyMap<string, Named>;

function knownNames(db: Db): Names {
  const rows = prepared<Named & { key: string }>(
    db,
    'SELECT key, company_key AS companyKey, company FROM company_names',
  ).all();
  return new Map(rows.map(({ key, ...named }) => [key, named]));
}

function changedNames(known: Names, wanted: Names): string[] {
  const differs = (key: string) => {
    const [one, other] = [known.get(key), wanted.get(key)];
    return one?.companyKey !== other?.companyKey || one?.company !== other?.company;
  };
  return [...new Set([...known.keys(), ...wanted.keys()])].filter(differs);
}

function namesOf(companies: readonly KnownCompany[]): Names {
  const names = new Map<string, Named>();
  const add = (name: string, company: string) => {
    const key = companyKey(name);
    if (key !== '' && !names.has(key)) names.set(key, { companyKey: companyKey(company), company });
  };
  for (const { name } of companies) if (companyKey(name) !== '') add(name, name);
  for (const company of companies) {
    // Of two files with the same name the first says what is known.
    const own = names.get(companyKey(company.name));
    for (const name of company.names) if (own) add(name, own.company);
  }
  return names;
}
