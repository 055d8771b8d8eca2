// What promises, companies and cases are asked of calls, each with the index that answers it. Frozen once released.

/**
 * `call_words` gets columns of its own for agents and references, which can be asked for by name; their words stay in
 * `marks` too. Promises carry what a ledger shows, so that it is read without opening a call.
 * `decided_at` is there for every promise that is not open, empty where its time is not known; `proof` is JSON as in call.json.
 * `calls_to_walk` is what a search walks, newest first, for what no word can answer: it is a tenth as wide as the calls.
 * `talk` is measured from a call's peaks when first asked for, `without` what was on hold then. It hangs on the sound,
 * which never changes, and so it stays when a call is put in anew; a call that is gone leaves a row that nobody asks for.
 * `companies` holds the sums of its calls, so that ten thousand of them are listed in any order by walking an index.
 * `company_names` says which company a name stands for, as the files of the library have it.
 * `case_files` are the files of cases as they were last read, `cases` what calls and files come to, in the order of a list.
 * The segments of `call_words` are merged by eights: by fours, as FTS5 does unasked, reading 100,000 calls in takes a tenth longer.
 * `originals` tells whether a file was imported before.
 */
export const ledger = `
  ALTER TABLE calls ADD COLUMN case_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE calls ADD COLUMN source TEXT NOT NULL DEFAULT 'captured';
  ALTER TABLE calls ADD COLUMN hold_ms REAL NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN transfers INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN promises_late INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN next_due TEXT;
  ALTER TABLE calls ADD COLUMN last_due TEXT;
  CREATE INDEX calls_to_walk ON calls (key, duration_ms, next_due, last_due);
  CREATE INDEX calls_by_case ON calls (case_key, started_at_ms);
  CREATE INDEX calls_by_next_due ON calls (next_due) WHERE next_due IS NOT NULL;

  ALTER TABLE moments ADD COLUMN to_ms REAL;
  ALTER TABLE moments ADD COLUMN who TEXT;
  ALTER TABLE moments ADD COLUMN due TEXT;
  ALTER TABLE moments ADD COLUMN amount REAL;
  ALTER TABLE moments ADD COLUMN currency TEXT;
  ALTER TABLE moments ADD COLUMN decided_at TEXT;
  ALTER TABLE moments ADD COLUMN proof TEXT;
  CREATE INDEX promises_by_due ON moments (promise, due, call_key) WHERE promise IS NOT NULL;
  CREATE INDEX promises_by_decision ON moments (decided_at, call_key) WHERE decided_at IS NOT NULL;
  CREATE INDEX promises_by_currency ON moments (promise, currency, amount, call_key) WHERE amount IS NOT NULL;

  CREATE TABLE talk (
    call_id  TEXT PRIMARY KEY NOT NULL,
    you_ms   REAL NOT NULL,
    them_ms  REAL NOT NULL,
    without  TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE case_files (
    id             TEXT PRIMARY KEY NOT NULL,
    stamp          TEXT NOT NULL,
    key            TEXT NOT NULL,
    name           TEXT NOT NULL,
    closed         INTEGER NOT NULL,
    changed_at_ms  INTEGER NOT NULL,
    trouble        TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_files_by_key ON case_files (key, changed_at_ms);
  CREATE INDEX case_files_in_trouble ON case_files (trouble) WHERE trouble IS NOT NULL;

  CREATE TABLE cases (
    key         TEXT PRIMARY KEY NOT NULL,
    closed      INTEGER NOT NULL,
    last_at_ms  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cases_by_last ON cases (closed, last_at_ms DESC, key);

  CREATE INDEX calls_by_company_due ON calls (company_key, next_due) WHERE next_due IS NOT NULL;

  ALTER TABLE companies ADD COLUMN words TEXT NOT NULL DEFAULT '';
  ALTER TABLE companies ADD COLUMN calls INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE companies ADD COLUMN duration_ms INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE companies ADD COLUMN promises_open INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE companies ADD COLUMN promises_kept INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE companies ADD COLUMN promises_late INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE companies ADD COLUMN promises_broken INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX companies_by_open ON companies (promises_open, last_started_at_ms, key);
  CREATE INDEX companies_by_broken ON companies (promises_broken, last_started_at_ms, key);
  CREATE INDEX companies_by_time ON companies (duration_ms, key);

  CREATE TABLE company_names (
    key          TEXT PRIMARY KEY NOT NULL,
    company_key  TEXT NOT NULL,
    company      TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX company_names_by_company ON company_names (company_key);

  CREATE TABLE originals (
    sha256   TEXT NOT NULL,
    call_key INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX originals_by_hash ON originals (sha256);
  CREATE INDEX originals_by_call ON originals (call_key);

  DROP TABLE call_words;
  CREATE VIRTUAL TABLE call_words USING fts5 (
    company, title, case_name, notes, marks, agents, refs, facets,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = "ascii tokenchars '='"
  );
  INSERT INTO call_words (call_words, rank) VALUES ('automerge', 8);

  DELETE FROM company_words;
  DELETE FROM companies;
  DELETE FROM moments;
  DELETE FROM calls;`;
