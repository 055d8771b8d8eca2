import Database from 'better-sqlite3';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countCalls, putCall } from '../../../../main/index/calls.ts';
import { migrate, migrations, versionOf } from '../../../../main/index/migrations.ts';
import { isWhole, openIndex } from '../../../../main/index/open-index.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const now = Date.UTC(2026, 10, 23, 14, 5);
const aFile = async () => join(await temporaryFolder(), 'profile', 'index.sqlite');
const quarantined = 'index.sqlite.corrupt-2026-11-23T14-05-00-000Z';

async function anIndex(calls = 3): Promise<string> {
  const file = await aFile();
  const { db } = openIndex(file, now);
  for (let index = 0; index < calls; index += 1) putCall(db, makeCall());
  db.close();
  return file;
}

test('SQLite is new enough not to lose what is in the write-ahead log', () => {
  const version = new Database(':memory:').prepare<[], string>('SELECT sqlite_version()').pluck().get()!;
  const [major, minor, patch] = version.split('.').map(Number) as [number, number, number];
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003);
});

test('where there is no index a new one is made, with its folder', async () => {
  const { db, state } = openIndex(await aFile(), now);
  expect(state).toBe('new');
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(1);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.close();
});

test('an index is kept from one time to the next', async () => {
  const file = await anIndex();
  const { db, state, unclean } = openIndex(file, now);
  expect({ state, unclean, calls: countCalls(db), isWhole: isWhole(db) }).toEqual({
    state: 'kept',
    unclean: false,
    calls: 3,
    isWhole: true,
  });
  db.close();
});

test('an index that its last user did not close is known by its log', async () => {
  const file = await anIndex();
  const first = openIndex(file, now);
  putCall(first.db, makeCall());
  const second = openIndex(file, now);
  expect(second.unclean).toBe(true);
  first.db.close();
  second.db.close();
});

test.each<[string, (file: string) => void]>([
  ['is no database', (file) => writeFileSync(file, 'nonsense'.repeat(2_000))],
  ['has lost its second half', (file) => truncateSync(file, 4096 * 3)],
  [
    'is another program’s database',
    (file) => {
      writeFileSync(file, '');
      new Database(file).exec('CREATE TABLE calls (mine)').close();
    },
  ],
  ['lacks a table', (file) => void new Database(file).exec('DROP TABLE company_words').close()],
  [
    'is of a later version',
    (file) => {
      const db = new Database(file);
      db.pragma('user_version = 999');
      db.close();
    },
  ],
])('an index that %s is put aside and made anew', async (_what, spoil) => {
  const file = await anIndex();
  spoil(file);
  const spoilt = readFileSync(file);
  const { db, state } = openIndex(file, now);
  expect({ state, calls: countCalls(db), version: versionOf(db) }).toEqual({
    state: 'replaced',
    calls: 0,
    version: migrations.length,
  });
  db.close();
  expect(readFileSync(join(file, '..', quarantined)).equals(spoilt)).toBe(true);
});

test('a damaged index takes its log with it: no other index may read that', async () => {
  const file = await anIndex();
  writeFileSync(file, 'nonsense'.repeat(2_000));
  writeFileSync(`${file}-wal`, 'log');
  openIndex(file, now).db.close();
  expect(readdirSync(join(file, '..'))).toContain(quarantined);
  expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`, 'utf8') === 'log').toBe(false);
});

test('a log without its index is no part of a new one', async () => {
  const file = await anIndex();
  const other = await aFile();
  const user = openIndex(file, now);
  putCall(user.db, makeCall());
  openIndex(other, now).db.close();
  writeFileSync(`${other}-wal`, readFileSync(`${file}-wal`));
  writeFileSync(other, '');
  const { db } = openIndex(other, now);
  expect(isWhole(db)).toBe(true);
  db.close();
  user.db.close();
});

test('an empty file is as good as none', async () => {
  const file = await anIndex();
  writeFileSync(file, '');
  const { db } = openIndex(file, now);
  expect(countCalls(db)).toBe(0);
  db.close();
});

test('an index of which a part was zeroed is not whole', async () => {
  const file = await anIndex(200);
  const db = new Database(file);
  db.unsafeMode();
  db.exec('UPDATE call_words_data SET block = zeroblob(length(block)) WHERE id > 10');
  db.close();
  const { db: opened } = openIndex(file, now);
  expect(isWhole(opened)).toBe(false);
  opened.close();
});

test('migrations are done once each, and a step that fails leaves nothing of itself', () => {
  const db = new Database(':memory:');
  const steps = ['CREATE TABLE one (a) STRICT', 'CREATE TABLE two (a INTEGER) STRICT; CREATE TABLE broken ('];
  expect(() => migrate(db, steps)).toThrow();
  const tables = db.prepare('SELECT name FROM sqlite_schema').pluck();
  expect(() => migrate(db, ['CREATE TABLE one (a INTEGER) STRICT', steps[1]!])).toThrow();
  expect({ version: versionOf(db), tables: tables.all() }).toEqual({ version: 1, tables: ['one'] });
  migrate(db, ['', 'CREATE TABLE two (a INTEGER) STRICT']);
  expect({ version: versionOf(db), tables: tables.all() }).toEqual({ version: 2, tables: ['one', 'two'] });
});
