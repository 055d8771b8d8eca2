import Database from 'better-sqlite3';
import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import type { CallFilter, LibraryState } from '../../../../contract/library.ts';
import { openCallStore, type CallStore } from '../../../../main/app/call-store.ts';
import { readCall, writeCall } from '../../../../main/library/call-file.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { readerProgram } from '../../../support/reader-program.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const now = Date.UTC(2026, 10, 23, 15);

/** A profile and a library that outlive the stores opened on them. */
async function aHouse() {
  const folder = await temporaryFolder();
  const libraryFolder = join(folder, 'library');
  const indexFile = join(folder, 'profile', 'index.sqlite');
  const said = {
    calls: [] as string[],
    states: [] as LibraryState[],
    unfinished: [] as string[],
    log: [] as string[],
  };
  const open = (changes: Partial<Parameters<typeof openCallStore>[0]> = {}): CallStore => {
    const store = openCallStore({
      libraryFolder,
      indexFile,
      now: () => now,
      onCallChanged: (id) => said.calls.push(id),
      onStateChanged: (state) => said.states.push(state),
      onUnfinished: (ids) => said.unfinished.push(...ids),
      reader: readerProgram,
      log: (message) => said.log.push(message),
      ...changes,
    });
    onTestFinished(() => store.close().catch(() => undefined));
    return store;
  };
  const fileOf = (call: Call) => join(callFolder(libraryFolder, call.id), 'call.json');
  return { folder, libraryFolder, indexFile, said, open, fileOf };
}

const filterOf = (query: string): CallFilter => ({ query, today: '2026-11-25' });
const found = (store: CallStore, text = '') =>
  store.search(filterOf(text), null, 100).hits.map(({ callId }) => callId);

/** Writes calls as another program would: past the store. */
async function byOtherMeans(libraryFolder: string, count: number): Promise<Call[]> {
  const calls = [];
  for (let index = 0; index < count; index += 1)
    calls.push(
      (
        await writeCall(
          libraryFolder,
          makeCall({ startedAt: new Date(now + index * 1000).toISOString() }),
          now,
        )
      ).call,
    );
  return calls;
}

test('a saved call is in its file, found by its words, and said to be there', async () => {
  const { open, libraryFolder, said } = await aHouse();
  const store = open();
  const saved = await store.save(makeCall({ company: 'Contoso', revision: 0 }));
  expect(saved).toMatchObject({ revision: 1, updatedAt: '2026-11-23T15:00:00.000Z' });
  expect((await readCall(libraryFolder, saved.id)).call).toEqual(saved);
  expect(await store.read(saved.id)).toEqual(saved);
  expect(found(store, 'cont')).toEqual([saved.id]);
  expect(store.suggest('cont')).toMatchObject([{ company: 'Contoso' }]);
  expect(said.calls).toEqual([saved.id]);
  expect(said.states).toEqual([{ calls: 1, unreadable: [], indexing: false }]);
});

test('saving over a call never takes its revision back', async () => {
  const store = (await aHouse()).open();
  const call = await store.save(makeCall({ revision: 6 }));
  expect((await store.save({ ...call, revision: 0 })).revision).toBe(8);
});

test('saving does not write over a file that cannot be read', async () => {
  const { open, fileOf } = await aHouse();
  const store = open();
  const call = await store.save(makeCall());
  await writeFile(fileOf(call), 'hand-made');
  await expect(store.save(call)).rejects.toMatchObject({ code: 'call-unreadable' });
  await expect(store.edit(call.id, { notes: 'x' })).rejects.toMatchObject({ code: 'call-unreadable' });
  expect(await readFile(fileOf(call), 'utf8')).toBe('hand-made');
});

test('an edit changes file and index, and none that changes nothing is written', async () => {
  const { open, said } = await aHouse();
  const store = open();
  const call = await store.save(makeCall());
  const edited = await store.edit(call.id, { company: 'Adatum', outcome: 'refused' });
  expect(edited).toMatchObject({ company: 'Adatum', outcome: 'refused', revision: call.revision + 1 });
  expect(found(store, 'adatum')).toEqual([call.id]);
  expect(found(store, 'northwind')).toEqual([]);
  expect(await store.edit(call.id, { company: 'Adatum' })).toEqual(edited);
  expect(said.calls).toHaveLength(2);
});

test('an edit of a call that is not there says so', async () => {
  const store = (await aHouse()).open();
  await expect(store.edit(makeCall().id, { notes: 'x' })).rejects.toMatchObject({ code: 'call-missing' });
  await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'bad-request' });
});

test('edits that come all at once are all kept', async () => {
  const store = (await aHouse()).open();
  const call = await store.save(makeCall());
  const marks = Array.from({ length: 20 }, (_, index) => makeMark({ id: `m${index}`, text: `word${index}` }));
  await Promise.all([
    ...marks.map((mark) => store.putMark(call.id, mark)),
    store.edit(call.id, { notes: 'noted' }),
    store.edit(call.id, { title: 'titled' }),
    store.edit(call.id, { notes: 'noted last' }),
  ]);
  const read = await store.read(call.id);
  expect(read.marks.map(({ id }) => id).sort()).toEqual(marks.map(({ id }) => id).sort());
  expect(read).toMatchObject({ notes: 'noted last', title: 'titled', revision: call.revision + 23 });
});

test('a mark is put, replaced and removed, and found by its words', async () => {
  const store = (await aHouse()).open();
  const call = await store.save(makeCall());
  const promise = makePromise('Refund');
  expect(await store.putMark(call.id, promise)).toEqual({
    ...promise,
    updatedAt: '2026-11-23T15:00:00.000Z',
  });
  await store.putMark(call.id, { ...promise, text: 'Voucher' });
  expect(found(store, 'voucher')).toEqual([call.id]);
  expect(found(store, 'refund')).toEqual([]);
  expect(await store.removeMark(call.id, promise.id)).toMatchObject({ id: promise.id });
  expect(found(store, 'voucher')).toEqual([]);
  await expect(store.removeMark(call.id, promise.id)).rejects.toMatchObject({ code: 'mark-missing' });
  const outside = makeMark({ fromMs: 5, toMs: call.durationMs + 5_000 });
  await expect(store.putMark(call.id, outside)).rejects.toMatchObject({ code: 'bad-request' });
});

test('an edit that failed is no hindrance to the next', async () => {
  const store = (await aHouse()).open();
  const call = await store.save(makeCall());
  const wrong = store.edit(call.id, { outcome: 'won' as 'refused' });
  const right = store.edit(call.id, { notes: 'after' });
  await expect(wrong).rejects.toMatchObject({ code: 'bad-request' });
  expect((await right).notes).toBe('after');
});

test('a library that is new to this machine is read whole; so is one whose index was lost', async () => {
  const { open, libraryFolder, indexFile } = await aHouse();
  const calls = await byOtherMeans(libraryFolder, 250);
  const newestFirst = calls.map(({ id }) => id).reverse();
  const first = open();
  expect(await first.startUp()).toBe('rebuilt');
  expect(found(first)).toEqual(newestFirst.slice(0, 100));
  expect(first.state()).toEqual({ calls: 250, unreadable: [], indexing: false });
  await first.close();

  await rm(indexFile);
  const second = open();
  expect(await second.startUp()).toBe('rebuilt');
  expect(second.state().calls).toBe(250);
});

test('an empty library is nothing to rebuild, and an untouched one nothing to read', async () => {
  const { open, said } = await aHouse();
  const first = open();
  expect(await first.startUp()).toBe('fresh');
  await first.save(makeCall());
  await first.close();
  said.states.length = 0;
  const second = open();
  expect(await second.startUp()).toBe('fresh');
  expect(said.states).toEqual([{ calls: 1, unreadable: [], indexing: false }]);
});

test('what other programs did to the folders meanwhile is found at the next start, and only that is read', async () => {
  const { open, libraryFolder, fileOf } = await aHouse();
  const first = open();
  const [kept, changed, gone, broken] = await Promise.all([1, 2, 3, 4].map(() => first.save(makeCall())));
  await first.close();

  await writeCall(libraryFolder, { ...changed!, company: 'Adatum' }, now);
  await rm(callFolder(libraryFolder, gone!.id), { recursive: true });
  await writeFile(fileOf(broken!), 'conflict');
  const [added] = await byOtherMeans(libraryFolder, 1);

  const second = open();
  expect(await second.startUp()).toBe('fresh');
  expect(found(second).sort()).toEqual([kept!.id, changed!.id, added!.id].sort());
  expect(found(second, 'adatum')).toEqual([changed!.id]);
  expect(second.state()).toEqual({
    calls: 3,
    unreadable: [{ callId: broken!.id, reason: expect.stringMatching(/not JSON/) as string }],
    indexing: false,
  });

  await writeCall(libraryFolder, broken!, now);
  expect(await second.reindex()).toEqual({ calls: 4, unreadable: [], indexing: false });
});

test('recordings that were never ended are told of, other folders without a call.json are not', async () => {
  const { open, libraryFolder, said } = await aHouse();
  const [whole] = await byOtherMeans(libraryFolder, 1);
  const cutOff = callFolder(libraryFolder, '20261123T160000Z-cut0ff00');
  await mkdir(cutOff);
  await writeFile(join(cutOff, 'journal.jsonl'), '{}');
  await mkdir(callFolder(libraryFolder, '20261123T160000Z-arr1v1ng'));
  const store = open();
  await store.startUp();
  expect(said.unfinished).toEqual(['20261123T160000Z-cut0ff00']);
  expect(found(store)).toEqual([whole!.id]);
});

test('an index that was kept serves until the start is over, and one that was not is made at once', async () => {
  const { open, libraryFolder } = await aHouse();
  await byOtherMeans(libraryFolder, 1);
  const never = new Promise<never>(() => {});
  const first = open();
  expect(await first.startUp(never)).toBe('rebuilt');
  await first.close();
  await byOtherMeans(libraryFolder, 1);
  const second = open();
  let calm = () => {};
  const started = second.startUp(new Promise<void>((resolve) => (calm = resolve)));
  expect(found(second)).toHaveLength(1);
  calm();
  await started;
  expect(found(second)).toHaveLength(2);
});

test('when the thread that reads the folders cannot go on, it is said and what is indexed stays', async () => {
  const { open, libraryFolder, folder } = await aHouse();
  await byOtherMeans(libraryFolder, 2);
  const first = open();
  await first.startUp();
  await first.close();
  const broken = join(folder, 'broken.mjs');
  await writeFile(broken, 'throw new Error("no memory left")');
  const second = open({ reader: broken });
  await expect(second.startUp()).rejects.toThrow('no memory left');
  expect(found(second)).toHaveLength(2);
  await writeFile(broken, 'process.exit(7)');
  await expect(second.reindex()).rejects.toThrow();
  expect(second.state()).toMatchObject({ calls: 2, indexing: false });
});

test('a call restored from an older copy is indexed as it now is', async () => {
  const { open, fileOf } = await aHouse();
  const first = open();
  const call = await first.save(makeCall({ company: 'Old name' }));
  const copy = await readFile(fileOf(call), 'utf8');
  await first.edit(call.id, { company: 'New and longer name' });
  await first.close();
  await writeFile(fileOf(call), copy);
  const second = open();
  await second.startUp();
  expect(found(second, 'old')).toEqual([call.id]);
});

test('what is saved while the folders are read stays', async () => {
  const { open, libraryFolder } = await aHouse();
  const calls = await byOtherMeans(libraryFolder, 400);
  const store = open();
  const started = store.startUp();
  expect(store.state().indexing).toBe(true);
  const fresh = await store.save(makeCall({ company: 'Fabrikam' }));
  const edits = [0, 150, 399].map((index) => store.edit(calls[index]!.id, { company: 'Adatum' }));
  await Promise.all([...edits, started]);
  expect(found(store, 'fabrikam')).toEqual([fresh.id]);
  expect(found(store, 'adatum')).toHaveLength(3);
  expect(store.state()).toMatchObject({ calls: 401, indexing: false });
});

test.each<[string, (file: string) => void]>([
  ['is nonsense', (file) => writeFileSync(file, 'nonsense'.repeat(5_000))],
  ['lost its end', (file) => truncateSync(file, 4096 * 20)],
  ['lost all but its first page', (file) => truncateSync(file, 4096)],
])('an index that %s is made anew at the start, and no call is missing', async (_what, spoil) => {
  const { open, indexFile, libraryFolder } = await aHouse();
  await byOtherMeans(libraryFolder, 120);
  const first = open();
  await first.startUp();
  await first.close();
  spoil(indexFile);
  const second = open();
  expect(await second.startUp()).toBe('rebuilt');
  expect(second.search(filterOf('northwind'), null, 100).calls).toBe(120);
  expect(readdirSync(join(indexFile, '..')).some((name) => name.startsWith('index.sqlite.corrupt-'))).toBe(
    true,
  );
});

test('an index found damaged in mid-use is replaced while the user goes on searching and saving', async () => {
  const { open, indexFile, libraryFolder, said } = await aHouse();
  const calls = await byOtherMeans(libraryFolder, 150);
  const first = open();
  await first.startUp();
  await first.close();
  const db = new Database(indexFile).unsafeMode();
  db.exec(`UPDATE call_words_data SET block = x'ffffffffffffffff' WHERE id > 10`);
  db.close();

  const store = open();
  expect(await store.startUp()).toBe('fresh');
  const page = store.search(filterOf('northwind'), null, 10);
  expect(page.calls).toBeLessThanOrEqual(150);
  expect(store.state().indexing).toBe(true);
  const saved = await store.save(makeCall({ company: 'Fabrikam' }));
  await expect.poll(() => store.state().indexing).toBe(false);
  expect(store.search(filterOf('northwind'), null, 10).calls).toBe(150);
  expect(found(store, 'fabrikam')).toEqual([saved.id]);
  expect(found(store)).toHaveLength(100);
  expect(store.state().calls).toBe(calls.length + 1);
  expect(said.log.join()).toMatch(/damaged/);
});

test('an index that was not closed is read through at the start, and replaced if it is not whole', async () => {
  const { open, indexFile, libraryFolder, folder } = await aHouse();
  await byOtherMeans(libraryFolder, 50);
  const first = open();
  await first.startUp();
  await first.close();
  const db = new Database(indexFile).unsafeMode();
  db.exec(`UPDATE call_words_data SET block = zeroblob(length(block)) WHERE id > 10`);
  const copy = join(folder, 'crashed', 'index.sqlite');
  await mkdir(join(copy, '..'));
  for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(indexFile + end)); // as a crash leaves it
  db.close();

  const second = open({ indexFile: copy });
  expect(await second.startUp()).toBe('rebuilt');
  expect(second.search(filterOf('northwind'), null, 10).calls).toBe(50);
});

test('a call is saved though the index cannot be written, and found once it can', async () => {
  const { open, indexFile, libraryFolder, said } = await aHouse();
  const store = open();
  await store.startUp();
  const other = new Database(indexFile);
  other.exec('BEGIN IMMEDIATE'); // another program writes, for longer than one waits
  const saved = await store.save(makeCall());
  expect((await readCall(libraryFolder, saved.id)).call).toEqual(saved);
  expect(said.log.join()).toMatch(/Could not write to the index; it will be tried again/);
  other.exec('ROLLBACK');
  other.close();
  expect(found(store)).toEqual([saved.id]);
});

test('where no index can be made, one in memory serves', async () => {
  const { open, folder, libraryFolder, said } = await aHouse();
  await byOtherMeans(libraryFolder, 3);
  await writeFile(join(folder, 'a-file'), '');
  const store = open({ indexFile: join(folder, 'a-file', 'index.sqlite') });
  expect(await store.startUp()).toBe('rebuilt');
  expect(found(store)).toHaveLength(3);
  expect(said.log.join()).toMatch(/in memory/);
});

test('a listener that fails is no reason to report a loss that did not happen', async () => {
  const { open, said } = await aHouse();
  const fail = () => {
    throw new Error('the window has gone');
  };
  const store = open({ onCallChanged: fail, onStateChanged: fail });
  const saved = await store.save(makeCall());
  expect(found(store)).toEqual([saved.id]);
  expect(said.log).toHaveLength(2);
});

test('closing waits for what is being written and breaks off what is being read', async () => {
  const { open, libraryFolder, said } = await aHouse();
  await byOtherMeans(libraryFolder, 300);
  const store = open();
  const started = store.startUp();
  const saving = store.save(makeCall({ company: 'Fabrikam' }));
  await store.close();
  expect((await readCall(libraryFolder, (await saving).id)).call.company).toBe('Fabrikam');
  expect(await started).toBe('fresh');
  expect(said.log).toEqual([]);
  const again = open();
  await again.startUp();
  expect(again.state().calls).toBe(301);
});
