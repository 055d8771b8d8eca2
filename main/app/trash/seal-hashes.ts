// The two hashes of a call's seal that its tombstone keeps.
import { join } from 'node:path';
import { readSeal } from '../../evidence/seal-file.ts';
import type { Tombstone } from '../../library/trash-tombstones.ts';
import { fileNames } from '../../recording/running-files.ts';

/** Null when the call has no seal that can be read. */
export async function sealHashes(folder: string): Promise<Tombstone['seal']> {
  const seal = await readSeal(join(folder, fileNames.seal));
  if ('problem' in seal) return null;
  const audioSha256 = seal.audio.sha256;
  return { root: seal.chain.at(-1)?.hash ?? audioSha256, audioSha256 };
}
