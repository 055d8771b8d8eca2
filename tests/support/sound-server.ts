// A private PulseAudio with test speakers and a test microphone; it never touches the user's own sound server.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { start, until } from './processes.ts';
import { soundPlayer, type SoundPlayer } from './sound-player.ts';

export interface SoundServer extends SoundPlayer {
  /** The whole environment for programs that shall use this server, the app under test among them. */
  env: Record<string, string>;
  /** Scratch folder, removed by `stop`. */
  folder: string;
  /** Runs `pactl` against this server and answers its standard output. */
  pactl: (...args: string[]) => Promise<string>;
  /** Answers the module's id. */
  loadModule: (name: string, ...args: string[]) => Promise<number>;
  unloadModule: (id: number) => Promise<void>;
  /** Gives the microphone back after `unplugMicrophone`, under its old name and as the default source. */
  plugMicrophone: () => Promise<void>;
  /** Takes the microphone away, as pulling its plug does. */
  unplugMicrophone: () => Promise<void>;
  stop: () => Promise<void>;
}

/** What the server offers: play into `speakers` to be them, into `micSink` to be you. */
export const devices = {
  speakers: 'spk',
  speakersLabel: 'Test speakers',
  speakersMonitor: 'spk.monitor',
  micSink: 'mic_sink',
  microphone: 'mic',
  microphoneLabel: 'Test microphone',
} as const;

/** Tones for the two sides: different, so that swapped, mixed or dead sides show at once. */
export const tones = { youHz: 440, themHz: 1000 } as const;

const properties = (kind: 'sink' | 'source', label: string) =>
  `${kind}_properties='device.description="${label}"'`;
// Without `norewinds` an idle sink prepares 2 s ahead, and its monitor is then mute until the clock has caught up.
const nullSink = (name: string, label: string) =>
  [
    'module-null-sink',
    `sink_name=${name}`,
    'rate=48000',
    'channels=2',
    'norewinds=1',
    properties('sink', label),
  ] as const;
// Chromium hides monitors of sinks; a remapped one it lists under its description.
const microphone = [
  'module-remap-source',
  `source_name=${devices.microphone}`,
  `master=${devices.micSink}.monitor`,
  properties('source', devices.microphoneLabel),
] as const;

export async function startSoundServer(): Promise<SoundServer> {
  // Short, because the path of a socket may have 107 characters at most.
  const folder = await mkdtemp(join(tmpdir(), 'snd-'));
  const env = await privateEnvironment(folder);
  const daemon = start(
    'pulseaudio',
    ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--log-target=stderr'].concat(
      '--load=module-native-protocol-unix auth-anonymous=1',
    ),
    { env },
  );
  const pactl = async (...args: string[]) => (await promisify(execFile)('pactl', args, { env })).stdout;
  const loadModule = async (...args: string[]) => Number(await pactl('load-module', ...args));
  const unloadModule = async (id: number) => void (await pactl('unload-module', String(id)));
  const stop = async () => {
    await player.stopAll();
    await daemon.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const player = soundPlayer(env, folder, pactl);

  let micModuleId: number | null = null;
  const plugMicrophone = async () => {
    micModuleId ??= await loadModule(...microphone);
    await pactl('set-default-source', devices.microphone);
  };
  const unplugMicrophone = async () => {
    if (micModuleId !== null) await unloadModule(micModuleId);
    micModuleId = null;
  };

  try {
    await until(`the private PulseAudio answers`, () => answers(pactl, daemon.ended));
    await loadModule(...nullSink(devices.speakers, devices.speakersLabel));
    await loadModule(...nullSink(devices.micSink, 'Into the test microphone'));
    await plugMicrophone();
    await pactl('set-default-sink', devices.speakers);
  } catch (error) {
    await stop();
    throw new Error(`The private PulseAudio did not start: ${String(error)}\n${daemon.said()}`);
  }
  return { ...player, env, folder, pactl, loadModule, unloadModule, plugMicrophone, unplugMicrophone, stop };
}

async function answers(pactl: SoundServer['pactl'], ended: Promise<unknown>): Promise<true | undefined> {
  const gone = ended.then(() => {
    throw new Error('it ended at once');
  });
  const asked = pactl('info').then(
    () => true as const,
    () => undefined,
  );
  return Promise.race([gone, asked]);
}

// Every path and file by which PulseAudio programs could find the user's server or settings is set to ours.
async function privateEnvironment(folder: string): Promise<Record<string, string>> {
  const runtime = join(folder, 'pulse');
  await mkdir(runtime, { mode: 0o700 });
  await writeFile(join(folder, 'daemon.conf'), 'default-sample-rate = 48000\nflat-volumes = no\n');
  await writeFile(join(folder, 'client.conf'), 'autospawn = no\n');
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('PULSE_'),
  );
  return {
    ...Object.fromEntries(inherited),
    XDG_RUNTIME_DIR: folder,
    PULSE_SERVER: `unix:${join(runtime, 'native')}`,
    PULSE_RUNTIME_PATH: runtime,
    PULSE_STATE_PATH: runtime,
    PULSE_COOKIE: join(runtime, 'cookie'),
    PULSE_CONFIG: join(folder, 'daemon.conf'),
    PULSE_CLIENTCONFIG: join(folder, 'client.conf'),
  };
}
