// The end of a recording: seal, then call.json and index, and only then does the journal go.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call, CallId } from '../../contract/call.ts';
import type { Seal } from '../evidence/seal.ts';
import { replaceFile } from '../library/replace-file.ts';
import { fileNames } from '../recording/running-files.ts';

interface Deps {
  callFolder(id: CallId): string;
  saveCall(call: Call): Promise<unknown>;
  log(message: string, cause?: unknown): void;
}

export async function saveRecording(
  call: Call,
  seal: Seal,
  { callFolder, saveCall, log }: Deps,
): Promise<void> {
  const folder = callFolder(call.id);
  await replaceFile(join(folder, fileNames.seal), `${JSON.stringify(seal)}\n`);
  await saveCall(call);
  // The call is there: recovery sees that, and removes the journal at a later start.
  await rm(join(folder, fileNames.journal), { force: true }).catch((cause) =>
    log('A journal was not removed', cause),
  );
}
