// A case's file: what is written is read again, what is not understood is said and left, and what is unknown is kept.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { caseKey } from '../../../../main/index/cases.ts';
import {
  caseFolder,
  closedCaseKeys,
  listCases,
  newCase,
  readCase,
  writeCase,
} from '../../../../main/library/case-file.ts';
import { changeCase } from '../../../../main/library/edit-case.ts';
import { makeCase, makeRule } from '../../../support/make-case.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const nowMs = Date.parse('2026-11-25T10:00:00.000Z');
const dated = { id: 'one', on: '2026-11-25', addedAt: '2026-11-25T10:00:00.000Z' };

async function put(library: string, id: string, text: string): Promise<string> {
  const path = join(library, 'cases', id, 'case.json');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

test('a case is written, read again, one revision on, and listed', async () => {
  const library = await temporaryFolder();
  const written = await writeCase(library, newCase('  Refund ', nowMs), nowMs);
  expect(written.file).toMatchObject({ name: 'Refund', revision: 1, status: 'open' });
  const read = await readCase(library, written.file.id);
  expect(read).toEqual(written);
  expect(await listCases(library)).toEqual([{ id: written.file.id, stamp: written.stamp }]);
});

test('fields that this version does not know stay, wherever they are', async () => {
  const library = await temporaryFolder();
  const theirs = {
    ...makeCase({ id: 'theirs' }),
    shelf: 'B',
    notes: [{ ...dated, text: 'Hello', colour: 'red' }],
    escalation: { on: true, startedOn: null, rules: [{ ...makeRule(), mood: 1 }], note: 'x' },
  };
  const path = await put(library, 'theirs', JSON.stringify(theirs));
  const { file } = await readCase(library, 'theirs');
  const changed = changeCase(
    file,
    { kind: 'change-note', id: 'one', patch: { text: 'Hello again' } },
    nowMs,
  )!;
  await writeCase(library, changeCase(changed, { kind: 'clock', patch: { on: false } }, nowMs)!, nowMs);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    shelf: 'B',
    notes: [{ text: 'Hello again', colour: 'red' }],
    escalation: { on: false, rules: [{ mood: 1 }], note: 'x' },
  });
});

test.each([
  ['cut off', '{ "format": 1, ', /not JSON/],
  ['empty', '', /empty/],
  ['of a newer version', JSON.stringify({ ...makeCase({ id: 'abcd' }), format: 2 }), /newer version/],
  ['of another case', JSON.stringify(makeCase({ id: 'other' })), /of another case/],
  ['without a name', JSON.stringify({ ...makeCase({ id: 'abcd' }), name: undefined }), /name/],
  [
    'with a file that lies elsewhere',
    JSON.stringify(
      makeCase({
        id: 'abcd',
        files: [
          { ...dated, name: '../../secret', bytes: 1, sha256: 'a'.repeat(64), mediaType: '', note: '' },
        ],
      }),
    ),
    /not the name of a file/,
  ],
])('a file that is %s is said to be so, and left untouched', async (_what, text, reason) => {
  const library = await temporaryFolder();
  const path = await put(library, 'abcd', text);
  await expect(readCase(library, 'abcd')).rejects.toMatchObject({ code: 'case-unreadable' });
  await expect(readCase(library, 'abcd')).rejects.toThrow(reason);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('what is no id never becomes a path', () => {
  for (const id of ['', '..', '../other', 'a/b', 'a\\b', 'a.b', '.git', 'x'.repeat(65)])
    expect(() => caseFolder('/library', id)).toThrow(/Not the id/);
});

test('only a case that is closed for certain is closed: not one in doubt, nor one that another file holds open', async () => {
  const library = await temporaryFolder();
  const add = (id: string, name: string, status: 'open' | 'closed') =>
    put(library, id, JSON.stringify(makeCase({ id, name, status })));
  await add('aaaa', 'Refund', 'closed');
  await add('bbbb', 'Router', 'open');
  await add('cccc', 'Contract', 'closed');
  await add('dddd', 'CONTRACT', 'open');
  await put(library, 'eeee', '{');
  expect(await closedCaseKeys(library, caseKey)).toEqual(new Set([caseKey('refund')]));
  expect(await closedCaseKeys(await temporaryFolder(), caseKey)).toEqual(new Set());
});

test('each change leaves everything else as it was, and what changes nothing is not written', () => {
  const file = makeCase({
    notes: [{ ...dated, text: 'A' }],
    escalation: { on: true, startedOn: null, rules: [makeRule()] },
  });
  const change = (what: Parameters<typeof changeCase>[1]) => changeCase(file, what, nowMs);
  expect(change({ kind: 'want', text: 'All of it' })).toEqual({ ...file, want: 'All of it' });
  expect(change({ kind: 'next-step', patch: { due: '2026-12-01' } })?.nextStep).toEqual({
    text: '',
    due: '2026-12-01',
  });
  expect(change({ kind: 'want', text: '' })).toBeNull();
  expect(change({ kind: 'remove-note', id: 'none' })).toBeNull();
  expect(change({ kind: 'remove-note', id: 'one' })?.notes).toEqual([]);
  expect(change({ kind: 'change-rule', id: 'rule-1', patch: { on: false } })?.escalation.rules).toEqual([
    makeRule({ on: false }),
  ]);
  expect(change({ kind: 'change-note', id: 'gone', patch: { text: 'typed before it went' } })).toBeNull();
  const closed = change({ kind: 'close', ending: 'Paid' })!;
  expect(closed).toMatchObject({ status: 'closed', closedAt: '2026-11-25T10:00:00.000Z', ending: 'Paid' });
  expect(changeCase(closed, { kind: 'reopen' }, nowMs)).toMatchObject({
    status: 'open',
    closedAt: null,
    ending: 'Paid',
  });
});
