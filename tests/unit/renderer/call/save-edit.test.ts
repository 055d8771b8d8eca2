// An edit of a call goes to the app by the requests of the contract.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FailureCode } from '../../../../contract/failure.ts';
import { saveEdit } from '../../../../renderer/app/call/save-edit.ts';
import { sampleCall } from './sample-call.ts';

let answers: FailureCode = 'mark-missing';
beforeEach(() => {
  const ask = () => Promise.resolve({ ok: false, code: answers, message: '' });
  vi.stubGlobal('window', { onRecord: { ask } });
});
afterEach(() => vi.unstubAllGlobals());

test('a mark that is to go and has gone already is no failure', async () => {
  answers = 'mark-missing';
  const saved = await saveEdit('id', { on: 'mark-removal', markId: 'hold' });
  expect(saved(sampleCall()).marks.map(({ id }) => id)).toEqual(['promise']);
});

test('a mark that cannot be taken away is one', async () => {
  answers = 'disk-full';
  await expect(saveEdit('id', { on: 'mark-removal', markId: 'hold' })).rejects.toThrow();
});
