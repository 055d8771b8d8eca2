// What promises, companies and cases are asked of calls, each with the index that answers it. Frozen once released.

/**
 * `call_words` gets columns of its own for agents and references, which can be asked for by name; their words stay in
 * `marks` too. Promises carry what a ledger shows, so that it is read without opening a call.
 * `talk` is measured from a call's peaks when first asked for. It hangs on the sound, which never changes, and so it
 * stays when a call is put in anew; a call that is gone leaves a row that nobody asks for. `originals` tells whether a
 * file was imported before.
 */
export const ledger = `
  ALTER TABLE calls ADD COLUMN case_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE calls ADD COLUMN source TEXT NOT NULL DEFAULT 'captured';
  ALTER TABLE calls ADD COLUMN hold_ms REAL NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN transfers INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN promises_late INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE calls ADD COLUMN next_due TEXT;
  CREATE INDEX calls_by_case ON calls (case_key, started_at_ms);
  CREATE INDEX calls_by_next_due ON calls (next_due) WHERE next_due IS NOT NULL;

  ALTER TABLE moments ADD COLUMN to_ms REAL;
  ALTER TABLE moments ADD COLUMN who TEXT;
  ALTER TABLE moments ADD COLUMN due TEXT;
  ALTER TABLE moments ADD COLUMN amount REAL;
  ALTER TABLE moments ADD COLUMN currency TEXT;
  ALTER TABLE moments ADD COLUMN decided_at TEXT;
  CREATE INDEX promises_by_due ON moments (promise, due, call_key) WHERE promise IS NOT NULL;

  CREATE TABLE talk (
    call_id  TEXT PRIMARY KEY NOT NULL,
    you_ms   REAL NOT NULL,
    them_ms  REAL NOT NULL
  ) STRICT, WITHOUT ROWID;

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

  DELETE FROM company_words;
  DELETE FROM companies;
  DELETE FROM moments;
  DELETE FROM calls;`;
