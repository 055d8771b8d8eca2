// The trash and the rule for how long calls are kept, on a real library with a real index: what is shown, what is done.
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../../contract/call.ts';
import { openCallStore } from '../../../../../main/app/call-store.ts';
import type { NewNotice } from '../../../../../main/app/notices.ts';
import { openSettings } from '../../../../../main/app/settings.ts';
import { openKeeping } from '../../../../../main/app/trash/keeping.ts';
import { byHand } from '../../../../../main/app/trash/trash.ts';
import { startChain } from '../../../../../main/evidence/chain.ts';
import { hashFile, makeSeal } from '../../../../../main/evidence/seal.ts';
import { writeCall } from '../../../../../main/library/call-file.ts';
import { caseFolder } from '../../../../../main/library/case-file.ts';
import { callFolder } from '../../../../../main/library/layout.ts';
import { makeCall, makePromise } from '../../../../support/make-call.ts';
import { makeCase } from '../../../../support/make-case.ts';
import { readerProgram } from '../../../../support/reader-program.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const dayMs = 24 * 3600 * 1000;
const start = Date.UTC(2026, 10, 23, 15);

async function aHouse(calls: readonly Call[] = []) {
  const folder = await temporaryFolder();
  const library = join(folder, 'library');
  const profile = join(folder, 'profile');
  await mkdir(profile);
  for (const call of calls) await writeCall(library, call, Date.parse(call.updatedAt));
  const house = { library, profile, now: start, notices: [] as NewNotice[], log: [] as string[] };
  const log = (message: string) => void house.log.push(message);
  const now = () => house.now;
  async function open() {
    const store = openCallStore({
      libraryFolder: library,
      indexFile: join(profile, 'index.sqlite'),
      now,
      onCallChanged: () => undefined,
      onStateChanged: () => undefined,
      onUnfinished: () => undefined,
      reader: readerProgram,
      log,
    });
    const settings = openSettings(profile, () => undefined);
    let changes = 0;
    const keeping = openKeeping({
      libraryFolder: library,
      store,
      settings,
      notices: { add: (notice) => void house.notices.push(notice) },
      now,
      trashChanged: () => (changes += 1),
      log,
    });
    onTestFinished(async () => {
      await keeping.close();
      await store.close().catch(() => undefined);
    });
    await store.startUp();
    const found = () =>
      store
        .search({ query: '', today: '2026-11-25' }, null, 500)
        .hits.map(({ callId }) => callId)
        .sort();
    return { store, settings, ...keeping, found, changes: () => changes };
  }
  return Object.assign(house, { open });
}

const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id).sort();
const inTrash = async (library: string) =>
  (await readdir(join(library, 'trash')).catch(() => [] as string[])).sort();
const tombstonesIn = async (library: string) =>
  (await readFile(join(library, 'deletions.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function closeCase(library: string, name: string, status: 'open' | 'closed' = 'closed') {
  const file = makeCase({ name, status });
  const folder = caseFolder(library, file.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'case.json'), JSON.stringify(file));
}

test('a call in the trash is not found any more, and is found again once it is taken back', async () => {
  const call = makeCall({ company: 'Contoso' });
  const other = makeCall();
  const house = await aHouse([call, other]);
  const { trash, found, store, changes } = await house.open();
  const name = await trash.put(call.id, byHand);
  expect(found()).toEqual([other.id]);
  expect(store.suggest('contoso')).toEqual([]);
  await expect(store.read(call.id)).rejects.toMatchObject({ code: 'call-missing' });
  await expect(store.edit(call.id, { notes: 'x' })).rejects.toMatchObject({ code: 'call-missing' });
  expect(await trash.list()).toEqual([
    {
      name: call.id,
      callId: call.id,
      company: 'Contoso',
      startedAtMs: Date.parse(call.startedAt),
      durationMs: call.durationMs,
      trashed: { atMs: start, why: 'by-hand' },
      fate: { kind: 'goes', atMs: start + 30 * dayMs },
    },
  ]);
  expect(await trash.restore(name!)).toBe(call.id);
  expect(found()).toEqual(idsOf([call, other]));
  expect((await store.read(call.id)).revision).toBe(2); // as it was: nothing was written
  expect(await trash.list()).toEqual([]);
  expect(changes()).toBe(2);
});

test('a call that comes back unreadable is shown as such', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  const { trash, store } = await house.open();
  await trash.put(call.id, byHand);
  await writeFile(join(house.library, 'trash', call.id, 'call.json'), 'hand-made');
  expect(await trash.list()).toMatchObject([
    { company: '', durationMs: null, fate: { because: 'unreadable' } },
  ]);
  await trash.restore(call.id);
  expect(store.state()).toMatchObject({ calls: 0, unreadable: [{ callId: call.id }] });
  expect(await readFile(join(callFolder(house.library, call.id), 'call.json'), 'utf8')).toBe('hand-made');
});

test('edits on their way when a call goes to the trash are in it, and none brings its folder back', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  const { trash, store, found } = await house.open();
  const before = store.edit(call.id, { notes: 'before' });
  await Promise.all([before, trash.put(call.id, byHand)]);
  await expect(store.edit(call.id, { notes: 'after' })).rejects.toMatchObject({ code: 'call-missing' });
  await expect(readdir(callFolder(house.library, call.id))).rejects.toThrow('ENOENT');
  await trash.restore(call.id);
  expect((await store.read(call.id)).notes).toBe('before');
  expect(found()).toEqual([call.id]);
});

test('removed by hand, a call leaves the hashes of its seal and no word of what was in it', async () => {
  const call = makeCall({ company: 'Contoso', notes: 'a secret' });
  const house = await aHouse([call]);
  const audio = join(callFolder(house.library, call.id), 'audio.ogg');
  await writeFile(audio, 'sound');
  const chain = startChain();
  chain.add(Buffer.from('sound'));
  const link = chain.link(1_000)!;
  const sha256 = await hashFile(audio);
  const seal = makeSeal(call, { bytes: 5, sha256 }, [link], start);
  await writeFile(join(callFolder(house.library, call.id), 'seal.json'), JSON.stringify(seal));

  const { trash } = await house.open();
  await trash.put(call.id, byHand);
  await trash.remove(call.id);
  expect(await trash.list()).toEqual([]);
  expect(await tombstonesIn(house.library)).toMatchObject([
    { id: call.id, seal: { root: link.hash, audioSha256: sha256 }, removed: 'by-hand' },
  ]);
  expect(await readFile(join(house.library, 'deletions.jsonl'), 'utf8')).not.toMatch(/Contoso|secret/);
  await expect(trash.restore(call.id)).rejects.toMatchObject({ code: 'trash-missing' });
  await expect(trash.remove(call.id)).rejects.toMatchObject({ code: 'trash-missing' });
});

test('after thirty days a call goes for good, not earlier, and only where background work is on', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  const first = await house.open();
  await first.trash.put(call.id, byHand);
  await first.close();

  for (const [now, background] of [
    [start + 30 * dayMs - 1, true],
    [start + 30 * dayMs, false],
  ] as const) {
    house.now = now;
    const { startUp, close } = await house.open();
    await startUp(background);
    expect(await inTrash(house.library)).toEqual([call.id]);
    await close();
  }
  const last = await house.open();
  await last.startUp(true);
  expect(await inTrash(house.library)).toEqual([]);
  expect(await tombstonesIn(house.library)).toMatchObject([{ id: call.id, removed: 'after-30-days' }]);
});

test('no clean-up removes a call of an open case; when its case is closed it goes', async () => {
  const call = makeCall({ case: 'Refund of $120' });
  const house = await aHouse([call]);
  const { trash } = await house.open();
  expect(await trash.heldBy(call.id)).toBe('Refund of $120');
  await trash.put(call.id, byHand);
  house.now = start + 400 * dayMs;
  await closeCase(house.library, 'refund of $120', 'open');
  await trash.cleanUp();
  expect(await trash.list()).toMatchObject([{ fate: { kind: 'kept', because: 'open-case' } }]);
  await closeCase(house.library, 'refund of $120');
  await trash.cleanUp();
  expect(await trash.list()).toEqual([]);
  expect(await tombstonesIn(house.library)).toHaveLength(1);
});

test('a call in both places is shown in both, and cleaning up takes only the one in the trash', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  const { trash, close } = await house.open();
  await trash.put(call.id, byHand);
  await close();
  await writeCall(house.library, call, start); // another machine had not heard of it yet
  house.now = start + 31 * dayMs;
  const next = await house.open();
  expect(next.found()).toEqual([call.id]);
  await expect(next.trash.restore(call.id)).rejects.toMatchObject({ code: 'call-in-the-way' });
  await next.startUp(true);
  expect(await inTrash(house.library)).toEqual([]);
  expect(next.found()).toEqual([call.id]);
});

test('what cannot be removed does not keep the clean-up from the others', async () => {
  const calls = [makeCall(), makeCall()];
  const house = await aHouse(calls);
  const { trash } = await house.open();
  for (const { id } of calls) await trash.put(id, byHand);
  await symlink('/nowhere/at/all', join(house.library, 'deletions.jsonl')); // no line can be written: nothing may go
  house.now = start + 31 * dayMs;
  await trash.cleanUp();
  expect(await inTrash(house.library)).toEqual(idsOf(calls));
  expect(house.log.filter((line) => line.includes('could not be removed'))).toHaveLength(2);
  await rm(join(house.library, 'deletions.jsonl'));
  await trash.cleanUp();
  expect(await inTrash(house.library)).toEqual([]);
});

const old = (fields: Partial<Call> = {}) => makeCall({ startedAt: '2024-05-03T10:00:00.000Z', ...fields });
const rule = { months: 12 };

test('without a rule no call is ever moved', async () => {
  const calls = [old(), makeCall()];
  const house = await aHouse(calls);
  const { startUp, found, settings } = await house.open();
  expect(settings.read().keepCallsFor).toBeNull();
  await startUp(true);
  expect(found()).toEqual(idsOf(calls));
  expect(await inTrash(house.library)).toEqual([]);
  expect(house.notices).toEqual([]);
});

test('a preview changes nothing, and exactly what it shows is then moved', async () => {
  const goes = [
    old({ startedAt: '2023-01-02T10:00:00.000Z', company: 'Contoso' }),
    old({ case: 'Done' }),
    old({ marks: [makePromise('A letter', { status: 'kept' })] }),
  ];
  const stays = [
    old({ case: 'Refund' }),
    old({ marks: [makePromise('A refund')] }),
    old({ updatedAt: new Date(start - dayMs).toISOString() }),
  ];
  const house = await aHouse([...goes, ...stays, makeCall()]);
  await closeCase(house.library, 'Done');
  const { retention, found, settings, trash } = await house.open();
  const all = found();
  const preview = await retention.preview(rule);
  expect(preview.go[0]).toEqual({
    callId: goes[0]!.id,
    company: 'Contoso',
    startedAtMs: Date.parse(goes[0]!.startedAt),
    durationMs: goes[0]!.durationMs,
  });
  const shown = preview.go.map(({ callId }) => callId);
  expect([...shown].sort()).toEqual(idsOf(goes));
  expect(preview.stay.map(({ because }) => because).sort()).toEqual([
    'changed-lately',
    'open-case',
    'open-promise',
  ]);
  expect([found(), settings.read().keepCallsFor, await inTrash(house.library)]).toEqual([all, null, []]);

  expect(await retention.turnOn(rule, shown)).toBe(3);
  expect(await inTrash(house.library)).toEqual(idsOf(goes));
  expect(settings.read().keepCallsFor).toEqual(rule);
  expect((await trash.list()).map(({ trashed }) => trashed)).toEqual(
    goes.map(() => ({ atMs: start, why: 'retention' })),
  );
  expect(await readFile(join(house.library, 'trash', goes[0]!.id, 'trashed.json'), 'utf8')).toContain(
    'Older than 12 months',
  );
});

test('what changed since the preview stays, and what was not shown is not moved when the rule is turned on', async () => {
  const [caught, promised, plain] = [old(), old(), old()];
  const house = await aHouse([caught, promised, plain]);
  const { retention, store, found } = await house.open();
  const { go } = await retention.preview(rule);
  // Past the index, as a sync program does it: the file says what holds.
  await writeCall(
    house.library,
    { ...promised, marks: [makePromise('A refund')] },
    Date.parse(promised.updatedAt),
  );
  await store.edit(caught.id, { case: 'Refund' });
  const late = await store.save(old());
  await writeCall(house.library, late, start - 60 * dayMs);
  expect(await retention.turnOn(rule, [...go.map(({ callId }) => callId), makeCall().id])).toBe(1);
  expect(await inTrash(house.library)).toEqual([plain.id]);
  expect(found()).toEqual(idsOf([caught, promised, late]));
});

test('the daily clean-up moves what has grown old, says how many, and never removes at once', async () => {
  const calls = [makeCall({ startedAt: '2025-11-24T10:00:00.000Z' }), makeCall()];
  const house = await aHouse(calls);
  const first = await house.open();
  expect(await first.retention.turnOn(rule, [])).toBe(0);
  await first.close();

  house.now = start + 2 * dayMs;
  const second = await house.open();
  await second.startUp(true);
  expect(await inTrash(house.library)).toEqual([calls[0]!.id]);
  expect(house.notices).toEqual([{ kind: 'calls-aged', count: 1 }]);
  expect(await tombstonesIn(house.library)).toEqual([]);
  await second.close();

  const third = await house.open();
  await third.startUp(true);
  expect(house.notices).toHaveLength(1);
  await third.retention.turnOff();
  expect(third.settings.read().keepCallsFor).toBeNull();
});

test('a call taken back after the rule had moved it is not moved again', async () => {
  const call = old();
  const house = await aHouse([call]);
  const { retention, trash, store } = await house.open();
  await retention.turnOn(rule, [call.id]);
  await trash.restore(call.id);
  expect((await store.read(call.id)).keep).toBe(true);
  house.now = start + 60 * dayMs;
  expect(await retention.cleanUp()).toBe(0);
  expect((await retention.preview(rule)).stay).toMatchObject([{ callId: call.id, because: 'taken-back' }]);
});

test('a rule that cannot be kept in the settings moves nothing', async () => {
  const call = old();
  const house = await aHouse([call]);
  const { retention, found } = await house.open();
  await rm(house.profile, { recursive: true });
  await expect(retention.turnOn(rule, [call.id])).rejects.toMatchObject({ code: 'library-unwritable' });
  expect(await inTrash(house.library)).toEqual([]);
  expect(found()).toEqual([call.id]);
});
