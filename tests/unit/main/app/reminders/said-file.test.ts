// Which reminders were given outlives the app; a file that makes no sense costs nothing but itself.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Said } from '../../../../../main/app/reminders/due-reminders.ts';
import { openSaidFile } from '../../../../../main/app/reminders/said-file.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const today = '2026-11-25';
const said = (due: string): Said => ({ callId: 'call', markId: 'mark', due, kind: 'due' });

test('what was said is known at the next start, and what is long past is forgotten', async () => {
  const profile = await temporaryFolder();
  const file = openSaidFile(profile);
  expect(file.list()).toEqual([]);
  await file.add([said('2026-06-01')], '2026-06-01');
  await file.add([said('2026-11-20')], today);
  await file.add([said(today)], today);
  expect(openSaidFile(profile).list()).toEqual([said('2026-11-20'), said(today)]);
});

test.each(['', '{', '{"format":2,"said":[]}', '{"format":1,"said":[{"due":"soon"}]}'])(
  'a file that says %j is put aside as it was, and nothing was said',
  async (text) => {
    const profile = await temporaryFolder();
    await writeFile(join(profile, 'reminders.json'), text);
    expect(openSaidFile(profile).list()).toEqual([]);
    expect(await readdir(profile)).toEqual(['reminders.json.unreadable']);
    expect(await readFile(join(profile, 'reminders.json.unreadable'), 'utf8')).toBe(text);
  },
);

test('one that cannot be opened is left alone, and what is said holds until the app ends', async () => {
  const profile = await temporaryFolder();
  await mkdir(join(profile, 'reminders.json'));
  const file = openSaidFile(profile);
  await file.add([said(today)], today);
  expect(file.list()).toEqual([said(today)]);
  expect(await readdir(join(profile, 'reminders.json'))).toEqual([]);
});
