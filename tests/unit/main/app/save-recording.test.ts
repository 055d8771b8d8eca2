// The end of a recording: whatever breaks on the way, what recovery needs is still there.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveRecording } from '../../../../main/app/save-recording.ts';
import { makeSeal } from '../../../../main/evidence/seal.ts';
import { readCall, writeCall } from '../../../../main/library/call-file.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function aStoppedCall() {
  const library = await temporaryFolder();
  const call = makeCall();
  const seal = makeSeal(call, { bytes: 4, sha256: 'ab' }, [], Date.parse(call.startedAt));
  const folder = callFolder(library, call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'journal.jsonl'), '{}\n');
  const logged: string[] = [];
  const save = {
    callFolder: () => folder,
    saveCall: (one: typeof call) => writeCall(library, one, 0),
    log: (message: string) => logged.push(message),
  };
  return { library, call, seal, folder, save, logged };
}

test('seal and call are in their files, and the journal is gone', async () => {
  const { library, call, seal, folder, save } = await aStoppedCall();
  const saveCall = async (one: typeof call) => {
    // By now the seal is there and the journal is, too: a crash at this moment loses neither.
    expect((await readdir(folder)).sort()).toEqual(['journal.jsonl', 'seal.json']);
    return writeCall(library, one, 0);
  };
  await saveRecording(call, seal, { ...save, saveCall });
  expect(JSON.parse(await readFile(join(folder, 'seal.json'), 'utf8'))).toEqual(seal);
  expect((await readCall(library, call.id)).call.company).toBe(call.company);
  expect((await readdir(folder)).sort()).toEqual(['call.json', 'seal.json']);
});

test('a call that could not be written keeps its journal', async () => {
  const { call, seal, folder, save } = await aStoppedCall();
  const saving = saveRecording({ ...call, durationMs: -1 }, seal, save);
  await expect(saving).rejects.toMatchObject({ code: 'bad-request' });
  expect(await readdir(folder)).toContain('journal.jsonl');
});

test('a journal that cannot be removed does not make the end of a call fail', async () => {
  const { call, seal, folder, save, logged } = await aStoppedCall();
  await rm(join(folder, 'journal.jsonl'));
  await mkdir(join(folder, 'journal.jsonl')); // removing it as a file fails, as it does where a scanner holds it
  await saveRecording(call, seal, save);
  expect(logged).toEqual(['A journal was not removed']);
});
