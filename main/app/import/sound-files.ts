// The sound of a call that is being imported, as it comes: audio.ogg with its chain of hashes, and peaks.bin.
import { join } from 'node:path';
import type { DecodedPiece } from '../../../contract/import.ts';
import type { Link } from '../../evidence/chain.ts';
import { createAudioFile } from '../../recording/audio-file.ts';
import { createPeaksFile } from '../../recording/peaks-file.ts';
import { fileNames } from '../../recording/running-files.ts';

export interface MadeSound {
  bytes: number;
  sha256: string;
  durationMs: number;
  chain: Link[];
}

export async function createSoundFiles(folder: string) {
  const audio = await createAudioFile(join(folder, fileNames.audio));
  const peaks = await createPeaksFile(join(folder, fileNames.peaks));
  const chain: Link[] = [];

  function link(): void {
    const made = audio.link();
    if (made) chain.push(made);
  }

  return {
    async append({ pages, peaks: pairs }: DecodedPiece): Promise<void> {
      for (const page of pages) await audio.append(page);
      await peaks.append(pairs);
      link();
    },
    async finish(): Promise<MadeSound> {
      link();
      const { bytes, sha256, durationMs } = await audio.close();
      await peaks.fit(durationMs);
      await peaks.close();
      return { bytes, sha256, durationMs, chain };
    },
    /** After something went wrong; the files themselves go with their folder. */
    async abandon(): Promise<void> {
      await Promise.allSettled([audio.close(), peaks.close()]);
    },
  };
}
