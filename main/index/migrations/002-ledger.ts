// What promises, companies and cases are asked of calls, each with the index that answers it. Frozen once released.

/**
 * `call_words` gets columns of its own for agents and references, which can be asked for by name; their words stay in
 * `marks` too. Promises carry what a ledger shows, so that it is read without opening a call.
 * Its segments are merged by eights: by fours, as FTS5 does unasked, reading 100,000 calls in takes a tenth longer.
 * `talk` is measured from a call's peaks when first asked for. It hangs on the sound, which never changes, and so it
 * stays when a call is put in anew; a call that is gone leaves a row that nobody asks for.
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
