// Notices: said until they have been seen, each by itself.
import { expect, test } from 'vitest';
import type { Notice } from '../../../../contract/ipc.ts';
import { makeNotices } from '../../../../main/app/notices.ts';

test('a notice stays until it is dismissed, and every change is told as the whole list', () => {
  const told: (readonly Notice[])[] = [];
  const notices = makeNotices((all) => told.push(all));
  notices.add({ kind: 'index-rebuilt' });
  notices.add({ kind: 'index-rebuilt' });
  const [first, second] = notices.list();
  expect(first!.id).not.toBe(second!.id);
  notices.dismiss('of another time');
  expect(notices.list()).toEqual([first, second]);
  notices.dismiss(first!.id);
  expect(notices.list()).toEqual([second]);
  expect(told.at(-1)).toEqual([second]);
  expect(told[0]).toHaveLength(1); // a list once told does not change under its reader
});
