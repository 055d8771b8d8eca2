// A call of any length in a library, written page by page by the app's own writer, as fast as the disk takes it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudioFile } from '../../main/recording/audio-file.ts';
import { createPeaksFile, peaksBytes } from '../../main/recording/peaks-file.ts';
import { makeCall, makeMark, makePromise } from './make-call.ts';
import { makeOgg, pagesOf } from './make-ogg.ts';

/** As many marks as a long call has, unless told. */
const usualMarks = 30;

export async function writeLongCall(
  library: string,
  company: string,
  minutes: number,
  markCount = usualMarks,
): Promise<void> {
  const call = makeCall({ company });
  const folder = join(library, 'calls', '2026', call.id);
  const scratch = await mkdtemp(join(tmpdir(), 'on-record-minute-'));
  await mkdir(folder, { recursive: true });
  // Two streams by turns, as of a capture window that is restarted each minute: in the file they are one.
  const streams = [pagesOf(await makeOgg(scratch, 60)), pagesOf(await makeOgg(scratch, 60))] as const;
  await rm(scratch, { recursive: true });
  const file = await createAudioFile(join(folder, 'audio.ogg'));
  for (let minute = 0; minute < minutes; minute += 1)
    for (const page of streams[minute % 2 === 0 ? 0 : 1]) await file.append(page);
  const { durationMs } = await file.close();
  const peaks = await createPeaksFile(join(folder, 'peaks.bin'));
  await peaks.append(Uint8Array.from({ length: peaksBytes(durationMs) }, (_, at) => talk(at)));
  await peaks.close();
  const marks = Array.from({ length: markCount }, (_, at) => {
    const fromMs = Math.round((durationMs / markCount) * at);
    const where = { text: `Mark ${at + 1}`, fromMs, toMs: fromMs + 1000 };
    // Every third is a promise with something to be understood: the dearest row there is.
    return at % 3 === 0
      ? { ...makePromise(`Refund of $${at + 1} within 5 working days`), fromMs, toMs: where.toMs }
      : makeMark(where);
  });
  await writeFile(join(folder, 'call.json'), JSON.stringify({ ...call, durationMs, marks }));
}

/** Loudness like that of two people who take turns: uneven, and different at every zoom. */
function talk(at: number): number {
  const turn = Math.floor(at / 2 / 700) % 2 === at % 2 ? 1 : 0.1;
  return Math.round(turn * (60 + ((at * 7919) % 190)));
}
