// The trash of a real library with a real index: what is shown, what is taken back, and what goes for good.
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byHand } from '../../../../../main/app/trash/trash.ts';
import { startChain } from '../../../../../main/evidence/chain.ts';
import { hashFile, makeSeal } from '../../../../../main/evidence/seal.ts';
import { writeCall } from '../../../../../main/library/call-file.ts';
import { callFolder } from '../../../../../main/library/layout.ts';
import { makeCall } from '../../../../support/make-call.ts';
import { aHouse, closeCase, dayMs, idsOf, inTrash, start, tombstonesIn } from './trash-house.ts';

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

test.each([
  ['removed', 'remove'],
  ['taken back', 'restore'],
] as const)('the trash can be looked into while calls are %s', async (_, what) => {
  const calls = Array.from({ length: 20 }, () => makeCall());
  const house = await aHouse(calls);
  const { trash } = await house.open();
  for (const { id } of calls) await trash.put(id, byHand);
  let isDone = false;
  const doing = Promise.all(calls.map(({ id }) => trash[what](id))).finally(() => (isDone = true));
  while (!isDone) await trash.list();
  await doing;
  expect(await trash.list()).toEqual([]);
});

test('no clean-up removes the only sound of a call of which another machine put the file back', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  await writeFile(join(callFolder(house.library, call.id), 'audio.ogg'), 'sound');
  const { trash } = await house.open();
  await trash.put(call.id, byHand);
  // It edited the call meanwhile: a sync program keeps what was changed, and puts only that file back.
  await writeCall(house.library, { ...call, notes: 'edited elsewhere' }, start);
  house.now = start + 31 * dayMs;
  await trash.cleanUp();
  expect(await readFile(join(house.library, 'trash', call.id, 'audio.ogg'), 'utf8')).toBe('sound');
});

test('no clean-up removes what was moved there while the clock was wrong', async () => {
  const call = makeCall();
  const house = await aHouse([call]);
  const { trash } = await house.open();
  house.now = Date.UTC(2016, 0, 1);
  await trash.put(call.id, byHand);
  house.now = start;
  await trash.cleanUp();
  expect(await trash.list()).toMatchObject([{ callId: call.id, fate: { because: 'unknown-date' } }]);
});
