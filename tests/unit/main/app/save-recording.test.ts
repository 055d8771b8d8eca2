// The end of a recording: whatever breaks on the way, what recovery needs is still there.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
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
  return { library, call, seal, folder };
}

test('seal and call are in their files, and the journal is gone', async () => {
  const { library, call, seal, folder } = await aStoppedCall();
  const saveCall = async (one: typeof call) => {
    // By now the seal is there and the journal is, too: a crash at this moment loses neither.
    expect((await readdir(folder)).sort()).toEqual(['journal.jsonl', 'seal.json']);
    return writeCall(library, one, 0);
  };
  await saveRecording(call, seal, { callFolder: (id) => callFolder(library, id), saveCall });
  expect(JSON.parse(await readFile(join(folder, 'seal.json'), 'utf8'))).toEqual(seal);
  expect((await readCall(library, call.id)).call.company).toBe(call.company);
  expect((await readdir(folder)).sort()).toEqual(['call.json', 'seal.json']);
});

test('a call that could not be written keeps its journal', async () => {
  const { library, call, seal, folder } = await aStoppedCall();
  const saveCall = () => writeCall(library, { ...call, durationMs: -1 }, 0);
  const saving = saveRecording(call, seal, { callFolder: (id) => callFolder(library, id), saveCall });
  await expect(saving).rejects.toMatchObject({ code: 'bad-request' });
  expect(await readdir(folder)).toContain('journal.jsonl');
});
