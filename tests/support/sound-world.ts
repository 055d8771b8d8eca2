// A stand-in for the platform: devices that come and go, a sound server that knows what is connected to what, and a
// capture window that opens what it is told to. It does what PulseAudio was seen to do: an unplugged device's stream is
// silently moved to another device, and nobody is told.
import type { Side } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { SourceKeeper } from '../../main/recording/sources.ts';
import type { SoundSystem, SourceCheck } from '../../main/recording/sound/sound-system.ts';

const sides = ['you', 'them'] as const;

/** Whoever hears of the capture window. */
type Hearer = Pick<SourceKeeper, 'opened' | 'failed' | 'captureReady' | 'captureGone'>;

interface Stream {
  attempt: number;
  device: string;
  heard: boolean;
}

/** `slowMs` is how long the sound server and the capture window take to answer (by the timers of the test). */
export function soundWorld(slowMs: () => number) {
  const devices: Record<Side, string[]> = { you: ['Headset', 'Webcam'], them: ['Speakers', 'Dock'] };
  const defaults: Record<Side, string> = { you: 'Headset', them: 'Speakers' };
  const wanted: Partial<Record<Side, { device: string; follows: boolean }>> = {};
  const streams: Record<Side, Stream | null> = { you: null, them: null };
  const opening: Record<Side, number | null> = { you: null, them: null };
  const commands: CaptureCommand[] = [];
  const listeners = new Set<() => void>();
  let keeper: Hearer | null = null;
  let isCaptureThere = false;
  let misled: string | null = null;

  const wait = () => new Promise<void>((resolve) => setTimeout(resolve, slowMs()));
  const changed = () => listeners.forEach((hear) => hear());
  const fallback = (side: Side) => devices[side][0];
  const standard = (side: Side) => (devices[side].includes(defaults[side]) ? defaults[side] : fallback(side));

  const seen = (side: Side): SourceCheck => {
    const device = wanted[side]?.device;
    if (device === undefined || !devices[side].includes(device)) return 'unplugged';
    return streams[side]?.device === device ? 'right' : 'replaced';
  };

  const sound: SoundSystem = {
    silentWhenIdle: [],
    devices: async () => ({ microphones: [], outputs: [] }),
    async prepare(side, chosen) {
      await wait();
      const device = chosen ?? standard(side);
      if (device === undefined || !devices[side].includes(device))
        throw new Failure(side === 'you' ? 'no-microphone' : 'no-system-sound', 'Not there');
      wanted[side] = { device, follows: chosen === null };
      return { request: { kind: 'input', label: device, nth: 0 }, label: device };
    },
    expect: wait,
    close: wait,
    async check(side) {
      const found = seen(side); // the answer takes a while, and may be old when it comes
      await wait();
      return found;
    },
    async outdated(side) {
      await wait();
      return wanted[side]?.follows === true && standard(side) !== wanted[side].device;
    },
    watch(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    release: async () => undefined,
  };

  function shut(side: Side): void {
    streams[side] = null;
    opening[side] = null;
  }

  async function open({ side, attempt, source }: Extract<CaptureCommand, { type: 'open' }>) {
    streams[side] = null;
    opening[side] = attempt;
    await wait();
    if (opening[side] !== attempt) return;
    const label = source.kind === 'input' ? source.label : null;
    if (label === null || !devices[side].includes(label))
      return keeper!.failed({ side, attempt, cause: 'missing', message: 'No such device' });
    streams[side] = { attempt, device: misled ?? label, heard: false };
    keeper!.opened({ side, attempt, label, sampleRateHz: 48_000 });
  }

  return {
    sound,
    commands,
    streams,
    get isCaptureThere() {
      return isCaptureThere;
    },
    serves: (one: Hearer) => (keeper = one),
    /** What the capture window does with a command. Without a window nobody hears it. */
    send(command: CaptureCommand) {
      commands.push(command);
      if (!isCaptureThere) return;
      if (command.type === 'open') void open(command);
      if (command.type === 'close') shut(command.side);
      const stream = 'side' in command ? streams[command.side] : null;
      if (command.type === 'trust' && stream?.attempt === command.attempt) stream.heard = true;
      if (command.type === 'distrust' && stream) stream.heard = false;
    },
    /** From now on the platform opens this device, whichever was asked for. */
    misleadInto: (device: string | null) => (misled = device),
    plug(side: Side, device: string) {
      if (!devices[side].includes(device)) devices[side].push(device);
      changed();
    },
    unplug(side: Side, device: string) {
      devices[side] = devices[side].filter((one) => one !== device);
      const stream = streams[side];
      const other = standard(side);
      if (stream?.device === device)
        streams[side] = other === undefined ? null : { ...stream, device: other };
      changed();
    },
    /** The capture window loses the side's stream, and says so. */
    fails(side: Side) {
      const stream = streams[side];
      streams[side] = null;
      if (stream) keeper!.failed({ side, attempt: stream.attempt, cause: 'failed', message: 'It ended' });
    },
    choose(side: Side, device: string) {
      defaults[side] = device;
      changed();
    },
    captureComes() {
      for (const side of sides) shut(side);
      isCaptureThere = true;
      keeper!.captureReady();
    },
    captureGoes() {
      isCaptureThere = false;
      for (const side of sides) shut(side);
      keeper!.captureGone();
    },
    /** What a side should be connected to, by the world's own knowledge; undefined when that is not there. */
    rightDevice(side: Side, chosen: string | null) {
      const device = chosen ?? standard(side);
      return device !== undefined && devices[side].includes(device) ? device : undefined;
    },
  };
}
