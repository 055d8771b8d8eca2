// The trash as folders: moved there whole, taken back whole, removed with one line left; and a crash at any step of it.
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { writeCall } from '../../../../main/library/call-file.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { idOfTrashName, trashedFolder } from '../../../../main/library/trash-folder.ts';
import { findInTrash, lookIntoTrash } from '../../../../main/library/trash-list.ts';
import { moveBack, moveToTrash } from '../../../../main/library/trash-move.ts';
import type { TrashNote } from '../../../../main/library/trash-note.ts';
import { finishRemoval, removeFromTrash } from '../../../../main/library/trash-remove.ts';
import { onDyingDisk } from '../../../support/dying-disk.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const at = Date.UTC(2026, 10, 23, 15);
const note: TrashNote = { trashedAtMs: at, why: 'by-hand', words: 'Moved to the trash by hand.' };
const seal = { root: 'a'.repeat(64), audioSha256: 'b'.repeat(64) };
const removal = { removed: 'by-hand' as const, nowMs: at + 5_000, sealOf: async () => seal };

/** A library with one call in it, sound and an unknown file included. */
async function aLibrary(call: Call = makeCall({ company: 'Northwind' })) {
  const library = join(await temporaryFolder(), 'library');
  await writeCall(library, call, at);
  const home = callFolder(library, call.id);
  await writeFile(join(home, 'audio.ogg'), 'sound');
  // Names on both sides of the note's, however a disk lists them.
  for (const name of ['0-words.txt', 'unknown.bin', 'zz.txt']) await writeFile(join(home, name), name);
  await mkdir(join(home, 'original'));
  await writeFile(join(home, 'original', 'call.amr'), 'theirs');
  return { library, call, home, whole: await filesIn(home) };
}

/** All files below a folder by their paths; null when it is not there. The note does not count. */
async function filesIn(folder: string): Promise<Record<string, string> | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const files = entries.filter(
    (entry) => entry.isFile() && entry.name !== 'trashed.json' && !entry.name.startsWith('.'),
  );
  return Object.fromEntries(
    await Promise.all(
      files
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const),
    ),
  );
}

const tombstonesIn = async (library: string) =>
  (await readFile(join(library, 'deletions.jsonl'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

test('a call goes to the trash with all that is in its folder, and says since when and why it is there', async () => {
  const { library, call, home, whole } = await aLibrary();
  expect(await moveToTrash(library, call.id, note)).toBe(call.id);
  expect(await filesIn(home)).toBeNull();
  expect(await filesIn(join(library, 'trash', call.id))).toEqual(whole);
  expect(JSON.parse(await readFile(join(library, 'trash', call.id, 'trashed.json'), 'utf8'))).toEqual({
    format: 1,
    trashedAt: '2026-11-23T15:00:00.000Z',
    why: 'by-hand',
    words: 'Moved to the trash by hand.',
  });
  const { entries } = await lookIntoTrash(library);
  expect(entries).toMatchObject([{ name: call.id, id: call.id, note, call: { company: 'Northwind' } }]);
});

test('taken back it is as it was, to the last byte, with no trace of the trash', async () => {
  const { library, call, home, whole } = await aLibrary();
  await moveToTrash(library, call.id, note);
  await rm(join(library, 'calls'), { recursive: true }); // the last call of its year may have been it
  expect(await moveBack(library, call.id)).toBe(call.id);
  expect(await filesIn(home)).toEqual(whole);
  expect(await readdir(home)).not.toContain('trashed.json');
  expect((await lookIntoTrash(library)).entries).toEqual([]);
});

test('a call that a sync program put back is moved beside the one in the trash, and neither is written over', async () => {
  const { library, call, whole } = await aLibrary();
  await moveToTrash(library, call.id, note);
  await writeCall(library, { ...call, notes: 'of another machine' }, at);
  expect(await moveToTrash(library, call.id, { ...note, trashedAtMs: at + 1 })).toBe(`${call.id}.2`);
  await writeCall(library, { ...call, notes: 'once more' }, at);
  expect(await moveToTrash(library, call.id, { ...note, trashedAtMs: at + 2 })).toBe(`${call.id}.3`);
  expect(await filesIn(join(library, 'trash', call.id))).toEqual(whole);
  const { entries } = await lookIntoTrash(library);
  expect(entries.map(({ name }) => name)).toEqual([`${call.id}.3`, `${call.id}.2`, call.id]);
  expect(entries.map((entry) => entry.call?.notes)).toEqual(['once more', 'of another machine', '']);
});

test('what is in the way of taking a call back stays, and so does the call in the trash', async () => {
  const { library, call, home, whole } = await aLibrary();
  await moveToTrash(library, call.id, note);
  await writeCall(library, { ...call, notes: 'of another machine' }, at);
  const there = await filesIn(home);
  await expect(moveBack(library, call.id)).rejects.toMatchObject({ code: 'call-in-the-way' });
  expect(await filesIn(home)).toEqual(there);
  expect(await filesIn(join(library, 'trash', call.id))).toEqual(whole);
  await rm(home, { recursive: true });
  await mkdir(home); // what some sync programs leave of a folder
  await moveBack(library, call.id);
  expect(await filesIn(home)).toEqual(whole);
});

test('a call that is being recorded is not moved', async () => {
  const { library, call, home, whole } = await aLibrary();
  await writeFile(join(home, 'journal.jsonl'), '');
  await expect(moveToTrash(library, call.id, note)).rejects.toMatchObject({ code: 'call-running' });
  expect(await filesIn(home)).toEqual({ ...whole, '/journal.jsonl': '' });
});

test('nothing that is no name of the trash becomes a path', async () => {
  const { library, call } = await aLibrary();
  for (const name of [
    '',
    '..',
    '../calls',
    `${call.id}/..`,
    `${call.id}.0`,
    `${call.id}.2.3`,
    `${call.id}.x`,
    '.',
  ])
    expect(idOfTrashName(name), name).toBeNull();
  expect(() => trashedFolder(library, '../calls')).toThrow();
  await expect(moveBack(library, '..')).rejects.toMatchObject({ code: 'bad-request' });
  await expect(findInTrash(library, call.id)).rejects.toMatchObject({ code: 'trash-missing' });
});

test('a link in the trash is not followed, and other files there are left alone', async () => {
  const { library, call, home } = await aLibrary();
  await mkdir(join(library, 'trash'));
  await symlink(home, join(library, 'trash', call.id));
  await writeFile(join(library, 'trash', 'readme.txt'), 'mine');
  expect(await lookIntoTrash(library)).toEqual({ entries: [], going: [] });
});

test('a call removed for good leaves one line with the hashes of its seal, and nothing else', async () => {
  const { library, call } = await aLibrary();
  await moveToTrash(library, call.id, note);
  await removeFromTrash(library, await findInTrash(library, call.id), removal);
  expect(await readdir(join(library, 'trash'))).toEqual([]);
  const lines = await tombstonesIn(library);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      format: 1,
      id: call.id,
      startedAt: call.startedAt,
      durationMs: call.durationMs,
      seal,
      trashedAt: '2026-11-23T15:00:00.000Z',
      why: 'by-hand',
      removedAt: '2026-11-23T15:00:05.000Z',
      removed: 'by-hand',
    },
  ]);
});

test('the same call brought in and moved to the trash again is another removal, and waits again', async () => {
  const { library, call } = await aLibrary();
  await moveToTrash(library, call.id, note);
  await removeFromTrash(library, await findInTrash(library, call.id), removal);
  await writeCall(library, call, at);
  await moveToTrash(library, call.id, { ...note, trashedAtMs: at + 60_000 });
  const { entries, going } = await lookIntoTrash(library);
  expect([entries.length, going.length]).toEqual([1, 0]);
});

test('a removal that another machine wrote down is finished here, and its call cannot be taken back by half', async () => {
  const { library, call } = await aLibrary();
  await moveToTrash(library, call.id, note);
  const line = { id: call.id, trashedAt: new Date(at).toISOString(), by: 'a later version' };
  await writeFile(join(library, 'deletions.jsonl'), `not a line\n${JSON.stringify(line)}\n`);
  await expect(findInTrash(library, call.id)).rejects.toMatchObject({ code: 'trash-missing' });
  const { entries, going } = await lookIntoTrash(library);
  expect([entries.length, going.length]).toEqual([0, 1]);
  await finishRemoval(library, going[0]!);
  expect(await readdir(join(library, 'trash'))).toEqual([]);
});

test('a call whose note or file cannot be read is listed, and can be removed by hand', async () => {
  const { library, call } = await aLibrary();
  await moveToTrash(library, call.id, note);
  const folder = join(library, 'trash', call.id);
  await writeFile(join(folder, 'trashed.json'), '{"format":1');
  await writeFile(join(folder, 'call.json'), 'hand-made');
  const { entries } = await lookIntoTrash(library);
  expect(entries).toMatchObject([{ name: call.id, note: null, call: null }]);
  await removeFromTrash(library, entries[0]!, removal);
  expect(await readdir(join(library, 'trash'))).toEqual([]);
  const [line] = await tombstonesIn(library);
  expect(JSON.parse(line!)).toMatchObject({ startedAt: '2026-11-23T14:05:00.000Z', durationMs: null });
});

/** Runs it on disks that die at the first step, the second and so on, until it gets through; then looks at what is there. */
async function dyingAtEachStep(
  work: (library: string, call: Call) => Promise<unknown>,
  check: (house: Awaited<ReturnType<typeof aLibrary>>, died: boolean) => Promise<void>,
  before: (library: string, call: Call) => Promise<unknown> = async () => undefined,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    const house = await aLibrary();
    await before(house.library, house.call);
    const end = await onDyingDisk(step, () => work(house.library, house.call));
    await check(house, end === 'died');
    if (end === 'done') return step - 1;
  }
}

const trashIt = (library: string, call: Call) => moveToTrash(library, call.id, note);

test('a crash at any step of moving a call leaves it whole in one of the two places', async () => {
  const places = new Set<string>();
  const steps = await dyingAtEachStep(trashIt, async ({ library, call, home, whole }) => {
    const { entries } = await lookIntoTrash(library);
    const [atHome, inTrash] = [await filesIn(home), await filesIn(join(library, 'trash', call.id))];
    expect([atHome, inTrash].filter((one) => one !== null)).toEqual([whole]);
    expect(entries.length).toBe(inTrash === null ? 0 : 1);
    if (inTrash !== null) expect(entries[0]).toMatchObject({ note });
    places.add(inTrash === null ? 'home' : 'trash');
    // Whatever was left, the next try gets through.
    if (inTrash === null) await moveToTrash(library, call.id, note);
    expect((await lookIntoTrash(library)).entries).toHaveLength(1);
  });
  expect(places).toEqual(new Set(['home', 'trash']));
  expect(steps).toBeGreaterThan(8);
});

test('a crash at any step of taking a call back leaves it whole in one of the two places', async () => {
  const places = new Set<string>();
  await dyingAtEachStep(
    (library, call) => moveBack(library, call.id),
    async ({ library, call, home, whole }) => {
      const [atHome, inTrash] = [await filesIn(home), await filesIn(join(library, 'trash', call.id))];
      expect([atHome, inTrash].filter((one) => one !== null)).toEqual([whole]);
      places.add(inTrash === null ? 'home' : 'trash');
      if (inTrash !== null) await moveBack(library, call.id);
      expect((await lookIntoTrash(library)).entries).toEqual([]);
      // A note that a crash left at home is written anew by the next move.
      await moveToTrash(library, call.id, { ...note, trashedAtMs: at + 7 });
      expect((await lookIntoTrash(library)).entries[0]?.note?.trashedAtMs).toBe(at + 7);
    },
    trashIt,
  );
  expect(places).toEqual(new Set(['home', 'trash']));
});

test('a crash at any step of a removal leaves the call whole without a line, or with one line and to be finished', async () => {
  const ends = new Set<string>();
  const steps = await dyingAtEachStep(
    async (library, call) => removeFromTrash(library, await findInTrash(library, call.id), removal),
    async ({ library, call, whole }) => {
      const { entries, going } = await lookIntoTrash(library);
      const written = (await tombstonesIn(library)).filter((line) => line.endsWith('}'));
      if (entries.length > 0) {
        ends.add('whole');
        expect(await filesIn(join(library, 'trash', call.id))).toEqual(whole);
        expect([written.length, going.length]).toEqual([0, 0]);
        await removeFromTrash(library, entries[0]!, removal);
      } else {
        ends.add(going.length > 0 ? 'to be finished' : 'gone');
        expect(written).toHaveLength(1);
        for (const entry of going) await finishRemoval(library, entry);
      }
      expect(await readdir(join(library, 'trash'))).toEqual([]);
      const lines = (await tombstonesIn(library)).filter((line) => line.endsWith('}'));
      expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([call.id]);
    },
    trashIt,
  );
  expect(ends).toEqual(new Set(['whole', 'to be finished', 'gone']));
  expect(steps).toBeGreaterThan(8);
});
