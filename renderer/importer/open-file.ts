// Opens a file whose name may say anything.
import { openAmr } from './amr-file.ts';
import { openMedia } from './media-file.ts';
import type { ReadableFile } from './readable-file.ts';

/** Throws `Refused`. */
export async function openFile(url: URL): Promise<ReadableFile> {
  return (await openAmr(url)) ?? openMedia(url);
}
