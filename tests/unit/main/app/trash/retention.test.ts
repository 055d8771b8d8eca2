// The rule for how long calls are kept, on a real library with a real index: what is shown, what is done.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../../contract/call.ts';
import { byHand } from '../../../../../main/app/trash/trash.ts';
import { writeCall } from '../../../../../main/library/call-file.ts';
import { makeCall, makePromise } from '../../../../support/make-call.ts';
import { aHouse, closeCase, dayMs, idsOf, inTrash, start, tombstonesIn } from './trash-house.ts';

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

test('turned off while it moves calls, the rule moves no more', async () => {
  const calls = Array.from({ length: 30 }, () => old());
  const house = await aHouse(calls);
  const { retention } = await house.open();
  const moving = retention.turnOn(rule, idsOf(calls));
  await retention.turnOff();
  const moved = (await inTrash(house.library)).length;
  expect(await moving).toBeLessThanOrEqual(moved + 1); // the one whose turn it was
});

test('a call that is older than the rule is not moved again when it is taken back, whoever had moved it', async () => {
  const call = old();
  const house = await aHouse([call]);
  const { retention, trash, found } = await house.open();
  await trash.put(call.id, byHand);
  await retention.turnOn(rule, []);
  await trash.restore(call.id);
  house.now = start + 60 * dayMs;
  expect(await retention.cleanUp()).toBe(0);
  expect(found()).toEqual([call.id]);
});
