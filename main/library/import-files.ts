// Which files to import, of those a person named: a folder stands for the recordings in it, a file for itself.
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';

/** What phones and recorders write. Some of it cannot be decoded here: then it is refused by name, and not passed over. */
const recordings = new Set(
  '.mp3 .m4a .mp4 .m4b .aac .wav .wave .ogg .oga .opus .flac .webm .mka .amr .awb .3gp .3gpp .3ga .wma .aif .aiff .caf .spx .qta .mov .gsm'.split(
    ' ',
  ),
);

export function isRecording(name: string): boolean {
  return !name.startsWith('.') && recordings.has(extname(name).toLowerCase());
}

/** Whole paths, each once, a folder's in the order of their names. What cannot be looked into is left out. */
export async function filesToImport(paths: readonly string[], library: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (one) => one.isDirectory(),
      () => false,
    );
    if (isFolder) found.push(...(await recordingsIn(path, library)));
    // A phone's recorder writes it beside the recording, and it is read along with that.
    else if (extname(path).toLowerCase() !== '.json' || paths.length === 1) found.push(path);
  }
  return [...new Set(found)];
}

/** Links are not followed: they may lead round in a circle. The library's own calls are here already. */
async function recordingsIn(folder: string, library: string): Promise<string[]> {
  if (resolve(folder) === resolve(library)) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.'))
      found.push(...(await recordingsIn(path, library)));
    else if (entry.isFile() && isRecording(basename(path))) found.push(path);
  }
  return found;
}
