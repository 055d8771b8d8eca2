// A case gets another name with all of its calls, whatever else goes on, and a renaming that was broken off is done again.
import { expect, test } from 'vitest';
import { byHand } from '../../../../../main/app/trash/trash.ts';
import { makeCall } from '../../../../support/make-call.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { open, openWhileRead } from './case-house.ts';

const dayMs = 24 * 3600 * 1000;

test('what is typed while a case is renamed is kept in the case', async () => {
  const library = await temporaryFolder();
  const { calls, cases } = await open({ library });
  await calls.save(makeCall({ case: 'Refund' }));
  await cases.change('Refund', { kind: 'want', text: '$120' });
  const { edit } = calls;
  const typing: Promise<unknown>[] = [];
  calls.edit = (...args) => {
    typing.push(cases.change('Refund', { kind: 'want', text: '$120 and an apology' }));
    return edit(...args);
  };
  await cases.rename('Refund', 'Refund of $120');
  await Promise.all(typing);
  expect((await cases.read('Refund of $120')).file?.want).toBe('$120 and an apology');
  expect((await cases.list('open', 10)).total).toBe(1);
});

test.each(['with', 'without'])(
  'a renaming that did not get through is done again, %s a file',
  async (file) => {
    const library = await temporaryFolder();
    const { calls, cases } = await open({ library });
    for (let i = 0; i < 3; i += 1) await calls.save(makeCall({ case: 'Refund' }));
    if (file === 'with') await cases.change('Refund', { kind: 'want', text: '$120' });
    const { edit } = calls;
    let edits = 0;
    calls.edit = (...args) => ((edits += 1) > 1 ? Promise.reject(new Error('disk full')) : edit(...args));
    await expect(cases.rename('Refund', 'Refund of $120')).rejects.toThrow('disk full');
    calls.edit = edit;
    await cases.rename('Refund', 'Refund of $120');
    const renamed = await cases.read('Refund of $120');
    expect(renamed).toMatchObject({ calls: 3, file: { want: file === 'with' ? '$120' : '' } });
    expect(renamed.file).not.toHaveProperty('renaming');
    expect((await cases.list('open', 10)).total).toBe(1);
  },
);

test('a renaming while the folders are read leaves no call behind', async () => {
  const { cases, reading } = await openWhileRead('Refund');
  await cases.rename('Refund', 'Refund of $120');
  await reading;
  expect(await cases.read('Refund of $120')).toMatchObject({ calls: 3, file: { want: '$120' } });
});

test('a call in the trash has the new name: taken back it is in its case, left there it goes when that is closed', async () => {
  const library = await temporaryFolder();
  let nowMs = Date.UTC(2026, 10, 25);
  const { calls, cases, trash } = await open({ library, now: () => nowMs });
  const [taken, left] = [
    await calls.save(makeCall({ case: 'Refund' })),
    await calls.save(makeCall({ case: 'Refund' })),
  ];
  for (const { id } of [taken, left]) await trash.put(id, byHand);
  await cases.rename('Refund', 'Refund of $120');
  await trash.restore(taken.id);
  expect(await cases.read('Refund of $120')).toMatchObject({ calls: 1 });
  await cases.change('Refund of $120', { kind: 'close', ending: '' });
  nowMs += 31 * dayMs;
  expect(await trash.list()).toMatchObject([{ callId: left.id, fate: { kind: 'goes' } }]);
});
