// Plays tones and files into a sound server's devices, and records what a device hears.
import { join } from 'node:path';
import { start, until, type Started } from './processes.ts';

export interface Playing {
  /** Resolves when the sound is over, by itself or by `stop`. */
  ended: Promise<unknown>;
  stop: () => Promise<void>;
}

export interface Recording {
  /** Ends the recording and answers the path of the WAV file (48 kHz, 16 bit, stereo). */
  stop: () => Promise<string>;
}

export interface SoundPlayer {
  /** Resolves once the server has the stream; it is heard within about 50 ms. Goes on until stopped, without `seconds`. */
  playTone: (tone: {
    sink: string;
    frequencyHz: number;
    gainDb?: number;
    seconds?: number;
  }) => Promise<Playing>;
  /** Plays a WAV, FLAC or Ogg file, `gainDb` louder or softer. */
  playFile: (sink: string, path: string, options?: { gainDb?: number }) => Promise<Playing>;
  startRecording: (source: string) => Promise<Recording>;
  /** Records for a while and answers the path of the WAV file. */
  record: (source: string, seconds: number) => Promise<string>;
  stopAll: () => Promise<void>;
}

type Pactl = (...args: string[]) => Promise<string>;
const raw = ['--raw', '--format=s16le', '--rate=48000', '--channels=2'];
// Played sound is prepared 250 ms ahead: with 30 ms, a machine with all its processors busy made holes in the tones.
// It begins and ends at once all the same, because the buffer is filled at once and dropped when the player ends.
const aheadOfTime = '--latency-msec=250';
const recordedSoon = '--latency-msec=30';
let count = 0;

export function soundPlayer(env: Record<string, string>, folder: string, pactl: Pactl): SoundPlayer {
  const playing = new Set<Started>();

  async function begin(
    program: string,
    args: string[],
    list: 'sink-inputs' | 'source-outputs',
    name: string,
  ) {
    const started = start(program, args, { env, polite: 'SIGINT' });
    playing.add(started);
    void started.ended.then(() => playing.delete(started));
    const known = async () => {
      if ((await pactl('list', list)).includes(`media.name = "${name}"`)) return true;
      if (!playing.has(started)) throw new Error(`${program} ${args.join(' ')} ended: ${started.said()}`);
      return undefined;
    };
    await until(`${name} is heard by the sound server`, known);
    return started;
  }

  const player: SoundPlayer = {
    async playTone({ sink, frequencyHz, gainDb = -12, seconds }) {
      const name = `tone-${(count += 1)}`;
      // synth 0 is endless. A process makes the samples, so that a busy test cannot interrupt the tone.
      const make = `sox -q -n -r 48000 -c 2 -b 16 -e signed -t raw - synth ${seconds ?? 0} sine ${frequencyHz} gain ${gainDb}`;
      const play = `pacat --playback ${raw.join(' ')} ${aheadOfTime} --stream-name=${name} --device=${sink}`;
      return begin('sh', ['-c', `${make} | ${play}`], 'sink-inputs', name);
    },
    async playFile(sink, path, { gainDb = 0 } = {}) {
      const name = `file-${(count += 1)}`;
      const volume = `--volume=${Math.round(65_536 * 10 ** (gainDb / 60))}`;
      return begin(
        'paplay',
        [`--device=${sink}`, aheadOfTime, volume, `--stream-name=${name}`, path],
        'sink-inputs',
        name,
      );
    },
    async startRecording(source) {
      const name = `recording-${(count += 1)}`;
      const path = join(folder, `${name}.wav`);
      const format = raw.filter((arg) => arg !== '--raw');
      const args = ['--record', ...format, recordedSoon, '--file-format=wav', `--stream-name=${name}`];
      const started = await begin('parec', [...args, `--device=${source}`, path], 'source-outputs', name);
      return { stop: () => started.stop().then(() => path) };
    },
    async record(source, seconds) {
      const recording = await player.startRecording(source);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      return recording.stop();
    },
    async stopAll() {
      await Promise.all([...playing].map((each) => each.stop()));
    },
  };
  return player;
}
