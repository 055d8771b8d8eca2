// What a start after a crash looks at first, in a library of any size.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBegunCalls } from '../../../../main/app/begun-calls.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const [one, two] = ['20261123T140500Z-k7f3q2x9', '20261123T150500Z-k7f3q2x9'] as const;

async function aProfile() {
  const file = join(await temporaryFolder(), 'begun-calls.txt');
  const log: string[] = [];
  return { file, log, open: () => openBegunCalls(file, (message) => log.push(message)) };
}

test('what was begun is known at the next start, and no more once it has been seen to', async () => {
  const { open } = await aProfile();
  const first = open();
  expect(first.before).toEqual([]);
  first.note(one);
  expect([first.has(one), first.has(two)]).toEqual([true, false]);

  const second = open();
  expect(second.before).toEqual([one]);
  second.note(two); // begun while the others are still being seen to
  second.forgetBefore();
  expect(open().before).toEqual([two]);
});

test('what is no call is passed over', async () => {
  const { open, file } = await aProfile();
  appendFileSync(file, `../../etc\n\n${one}\n20261123T1`);
  expect(open().before).toEqual([one]);
});

test('a profile that cannot be written to stops nobody', async () => {
  const { open, file, log } = await aProfile();
  mkdirSync(file);
  const begun = open();
  begun.note(one);
  expect(begun.has(one)).toBe(true);
  expect(log).toHaveLength(2);
});
