// Calls, their moments, the words of both, and companies. Frozen once released.

/**
 * `calls.key` grows with the call's start (see keys.ts), so that newest first is a walk backwards.
 * `moments` holds whatever of a call can be found, one row each: its marks, then its notes, case, title and company.
 * `moments.words` and `call_words` hold words as words.ts makes them: lower case, without accents, one space before
 * each. The tokenizer has therefore nothing to decide but the space; `=` starts a token that no text can contain.
 * `call_words` has one row per call, so that several words are sought in the call as a whole. It keeps no text.
 */
export const calls = `
  CREATE TABLE calls (
    key              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    stamp            TEXT NOT NULL,
    company          TEXT NOT NULL,
    company_key      TEXT NOT NULL,
    title            TEXT NOT NULL,
    case_name        TEXT NOT NULL,
    started_at_ms    INTEGER NOT NULL,
    duration_ms      REAL NOT NULL,
    outcome          TEXT,
    recovered        INTEGER NOT NULL,
    gap_count        INTEGER NOT NULL,
    promises_open    INTEGER NOT NULL,
    promises_broken  INTEGER NOT NULL,
    promises_kept    INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX calls_by_outcome ON calls (outcome);
  CREATE INDEX calls_by_company ON calls (company_key, started_at_ms, id);
  CREATE INDEX calls_by_start ON calls (started_at_ms);

  CREATE TABLE moments (
    call_key  INTEGER NOT NULL REFERENCES calls (key) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    mark_id   TEXT,
    kind      TEXT NOT NULL,
    from_ms   REAL,
    text      TEXT NOT NULL,
    words     TEXT NOT NULL,
    promise   TEXT,
    PRIMARY KEY (call_key, position)
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE call_words USING fts5 (
    company, title, case_name, notes, marks, facets,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "ascii tokenchars '='"
  );

  CREATE TABLE companies (
    key                 TEXT PRIMARY KEY NOT NULL,
    company             TEXT NOT NULL,
    last_started_at_ms  INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX companies_by_last_use ON companies (last_started_at_ms);

  CREATE TABLE company_words (
    word         TEXT NOT NULL,
    company_key  TEXT NOT NULL REFERENCES companies (key) ON DELETE CASCADE,
    PRIMARY KEY (word, company_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX company_words_by_company ON company_words (company_key);`;
