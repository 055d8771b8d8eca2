// A call in a library, as another machine or an earlier day would have left it there.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import { makeOgg } from './make-ogg.ts';

/** Answers the call's folder. With `soundSeconds`, both sides are a tone for so long. */
export async function keepCall(library: string, call: Call, soundSeconds = 0): Promise<string> {
  const folder = join(library, 'calls', call.id.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  if (soundSeconds > 0) await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, soundSeconds));
  return folder;
}
