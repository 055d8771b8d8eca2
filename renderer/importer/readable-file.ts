// A file whose sound can be had, whatever it is: what the rest of the importer knows of it.
import type { ImportedFile } from '../../contract/import.ts';
import type { Stretch } from './stretch.ts';

export interface ReadableFile extends Pick<ImportedFile, 'format' | 'codec' | 'channels' | 'sampleRateHz'> {
  /** How long the file says that its sound is; null where it says nothing. */
  promisedSeconds: number | null;
  /** A moment that a tag names, epoch ms. */
  taggedMs: number | null;
  /** What a decoder makes before the sound begins and nobody should hear. */
  skipSeconds: number;
  sound(): AsyncGenerator<Stretch, void, undefined>;
  /** What `ImportedFile.cutShort` should say once all of it was read; undefined for a file that ends as it should. */
  cutShort(foundSeconds: number): Promise<ImportedFile['cutShort']>;
  close(): void;
}
