// Makes the sound of the script: two synthetic voices by espeak-ng, and hold music by sox.
import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Side } from '../../contract/call.ts';
import { decode } from '../../tests/support/listen.ts';
import type { Beat } from './script.ts';

export interface SpokenBeat extends Beat {
  path: string;
  /** 48 kHz; both channels of the file are the same. */
  samples: Float32Array;
  durationMs: number;
}

const run = promisify(execFile);
const voices: Record<Side, readonly string[]> = {
  you: ['-v', 'en-gb', '-s', '172', '-p', '35'],
  them: ['-v', 'en-us+f3', '-s', '168'],
};
// The company comes through a telephone line; the caller sits at their own microphone, and is softer.
const rooms: Record<Side, readonly string[]> = {
  you: ['norm', '-12'],
  them: ['highpass', '250', 'lowpass', '3600', 'norm', '-6'],
};
const format = ['-r', '48000', '-b', '16', '-c', '2'];
// espeak-ng leaves silence around the words; a conversation has no time for it.
const trimStart = ['silence', '1', '0.01', '0.3%'];
const trim = [...trimStart, 'reverse', ...trimStart, 'reverse', 'pad', '0', '0.15'];

/** One WAV file in `folder` for each beat. */
export async function makeVoices(beats: readonly Beat[], folder: string): Promise<SpokenBeat[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    beats.map(async (beat, at) => {
      const name = `${String(at + 1).padStart(2, '0')}-${beat.id.replaceAll(' ', '-')}`;
      const path = join(folder, `${name}.wav`);
      if (beat.words === null) await makeHoldMusic(path);
      else await say(beat.words, beat.side, path);
      const { channels, durationMs } = await decode(path);
      return { ...beat, path, samples: channels[0]!, durationMs };
    }),
  );
}

async function say(words: string, side: Side, path: string): Promise<void> {
  const spoken = `${path}.voice`;
  await run('espeak-ng', [...voices[side], '-w', spoken, words]);
  await run('sox', ['-R', '-t', 'wav', spoken, ...format, path, ...trim, ...rooms[side]]);
  await rm(spoken);
}

/** Plucked chords, going round. With -R sox plucks the same strings every time. */
async function makeHoldMusic(path: string): Promise<void> {
  const chords = ['C4 E4 G4 C5', 'A3 C4 E4 A4', 'F3 A3 C4 F4', 'G3 B3 D4 G4'];
  const notes = chords.flatMap((chord) => chord.split(' '));
  // Each is an effects chain of its own, one after another into the same file; the telephone line is in each.
  const chains = notes.map((note) => [
    'synth',
    '0.32',
    'pluck',
    note,
    ...rooms.them.slice(0, 4),
    'gain',
    '-16',
  ]);
  const effects = chains.flatMap((chain, at) => (at === 0 ? chain : [':', ...chain]));
  await run('sox', ['-R', '-q', '-n', ...format, path, ...effects]);
}
