// Whether the trash holds the only sound of a call that came back without it.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { callFolder } from './layout.ts';
import type { TrashEntry } from './trash-list.ts';

const audioFileName = 'audio.ogg';

/** A sync program may put back the file of a call that was edited elsewhere meanwhile, and nothing else of it. */
export async function holdsOnlySound(library: string, { id, folder }: TrashEntry): Promise<boolean> {
  const home = callFolder(library, id);
  if (!(await isThere(home)) || (await isThere(join(home, audioFileName)))) return false;
  return isThere(join(folder, audioFileName));
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
