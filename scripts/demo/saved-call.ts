// The call that the app left on disk: its file, its seal and its sound.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call, Side } from '../../contract/call.ts';
import { hashFile, type Seal } from '../../main/evidence/seal.ts';
import { callFolder } from '../../main/library/layout.ts';
import { listCalls } from '../../main/library/list-calls.ts';
import { decode } from '../../tests/support/listen.ts';

export interface SavedCall {
  folder: string;
  call: Call;
  /** 48 kHz, as decoded by ffmpeg. */
  heard: Record<Side, Float32Array>;
  durationMs: number;
  isSealed: boolean;
}

/** Throws unless there is exactly one. */
export async function readSavedCall(library: string): Promise<SavedCall> {
  const [listed, ...others] = listCalls(library);
  if (!listed || others.length > 0)
    throw new Error(
      `There should be one call in ${library}, and there are ${others.length + (listed ? 1 : 0)}.`,
    );
  const folder = callFolder(library, listed.id);
  const audio = join(folder, 'audio.ogg');
  const { channels, durationMs } = await decode(audio);
  const [you, them] = channels;
  if (!you || !them) throw new Error(`${audio} should have two channels, and has ${channels.length}.`);
  const call = JSON.parse(await readFile(join(folder, 'call.json'), 'utf8')) as Call;
  const seal = JSON.parse(await readFile(join(folder, 'seal.json'), 'utf8')) as Seal;
  return {
    folder,
    call,
    heard: { you, them },
    durationMs,
    isSealed: seal.audio.sha256 === (await hashFile(audio)),
  };
}
