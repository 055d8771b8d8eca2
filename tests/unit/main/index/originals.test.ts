// Whether a file was imported before, asked of the index without walking over all calls.
import { expect, test } from 'vitest';
import { makeFile } from '../../../support/make-file.ts';
import { putCall, removeCall } from '../../../../main/index/calls.ts';
import { callOfOriginal, originalSql } from '../../../../main/index/originals.ts';
import { makeCall } from '../../../support/make-call.ts';
import { memoryIndex } from './memory-index.ts';

const imported = (sha256: string) => {
  const call = makeCall();
  return { ...call, source: { ...call.source, kind: 'imported' as const, file: makeFile({ sha256 }) } };
};

test('a call is found by the file it was imported from for as long as it is there', () => {
  const call = imported('ab'.repeat(32));
  const db = memoryIndex([call, makeCall(), imported('cd'.repeat(32))]);
  expect(callOfOriginal(db, 'ab'.repeat(32))).toBe(call.id);
  expect(callOfOriginal(db, 'ef'.repeat(32))).toBeNull();
  putCall(db, { ...call, title: 'changed' });
  expect(callOfOriginal(db, 'ab'.repeat(32))).toBe(call.id);
  removeCall(db, call.id);
  expect(callOfOriginal(db, 'ab'.repeat(32))).toBeNull();
  expect(db.prepare('SELECT count(*) FROM originals').pluck().get()).toBe(1);
});

test('finding it does not walk over the table', () => {
  const plan = memoryIndex([]).prepare(`EXPLAIN QUERY PLAN ${originalSql}`).all('x') as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN/);
});
