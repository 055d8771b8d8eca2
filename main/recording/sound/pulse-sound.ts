// Linux: PulseAudio or PipeWire-Pulse. The other side is the default sink's monitor, shown to Chromium as a source of ours.
import type { Side } from '../../../contract/call.ts';
import { Failure } from '../../../contract/failure.ts';
import * as pulse from './pactl.ts';
import type { PreparedSource, SoundSystem, SourceCheck } from './sound-system.ts';

const ourSourcePrefix = 'onrecord_them_';
const ourDescription = 'On Record computer sound';

/** What a side should be connected to, and the stream that Chromium opened for it. */
interface Expected {
  /** Name of the source that Chromium records from. */
  source: string;
  /** Streams that were there before Chromium opened its own. */
  before: ReadonlySet<number>;
  stream: number | null;
}

/** `isOurs` tells the streams of this app from those of others, by process id. */
export function pulseSound(isOurs: (pid: number) => boolean): SoundSystem {
  const ourSource = `${ourSourcePrefix}${process.pid}`;
  const expected: Partial<Record<Side, Expected>> = {};
  const follows: Partial<Record<Side, boolean>> = {};
  let remap: { module: number; monitor: string } | null = null;

  async function prepareMicrophone(chosen: string | null): Promise<PreparedSource> {
    const microphones = (await pulse.listSources()).filter(isMicrophone);
    const wanted = chosen === null ? (await pulse.defaults()).source : null;
    const source = microphones.find((one) =>
      chosen === null ? one.name === wanted : one.description === chosen,
    );
    if (!source) throw new Failure('no-microphone', chosen ?? 'No default microphone');
    expected.you = { source: source.name, before: new Set(), stream: null };
    const twins = microphones.filter((one) => one.description === source.description);
    const request = { kind: 'input', label: source.description, nth: twins.indexOf(source) } as const;
    return { request, label: source.description };
  }

  async function prepareOutput(chosen: string | null): Promise<PreparedSource> {
    const sinks = await pulse.listSinks();
    const wanted = chosen === null ? (await pulse.defaults()).sink : null;
    const sink = sinks.find((one) => (chosen === null ? one.name === wanted : one.description === chosen));
    if (!sink) throw new Failure('no-system-sound', chosen ?? 'No default output');
    await makeAudible(sink.monitor_source);
    await pointRemapAt(sink.monitor_source);
    expected.them = { source: ourSource, before: new Set(), stream: expected.them?.stream ?? null };
    return { request: { kind: 'input', label: ourDescription, nth: 0 }, label: sink.description };
  }

  /** A monitor has a volume of its own; at zero it records zeros and nobody knows. */
  async function makeAudible(monitor: string): Promise<void> {
    const source = (await pulse.listSources()).find((one) => one.name === monitor);
    if (!source) return;
    const loudest = Math.max(
      ...Object.values(source.volume).map((one) => Number.parseInt(one.value_percent, 10)),
    );
    if (source.mute) await pulse.pactl('set-source-mute', monitor, '0');
    if (loudest < 50) await pulse.pactl('set-source-volume', monitor, '100%');
  }

  /** Loads our source, or moves it to another monitor: Chromium's own stream then never notices. */
  async function pointRemapAt(monitor: string): Promise<void> {
    if (remap !== null && (await remapStream(remap.module)) === null) remap = null;
    if (remap === null) {
      await unloadStale();
      const argument = `source_properties='device.description="${ourDescription}"'`;
      const module = await pulse.pactl(
        'load-module',
        'module-remap-source',
        `source_name=${ourSource}`,
        `master=${monitor}`,
        argument,
      );
      remap = { module: Number(module), monitor };
      return;
    }
    const stream = await remapStream(remap.module);
    if (stream && (await sourceName(stream.source)) !== monitor)
      await pulse.pactl('move-source-output', String(stream.index), monitor);
    remap.monitor = monitor;
  }

  async function unloadRemap(): Promise<void> {
    if (remap !== null) await pulse.pactl('unload-module', String(remap.module)).catch(() => undefined);
    remap = null;
  }

  async function remapStream(module: number): Promise<pulse.PulseSourceOutput | null> {
    const streams = await pulse.listSourceOutputs();
    return streams.find((one) => Number(one.owner_module) === module) ?? null;
  }

  /** Our sources that an earlier run left behind when it was killed. */
  async function unloadStale(): Promise<void> {
    for (const module of await pulse.listModules()) {
      const pid = new RegExp(`source_name=${ourSourcePrefix}(\\d+)`).exec(module.argument)?.[1];
      if (pid !== undefined && !isAlive(Number(pid)))
        await pulse.pactl('unload-module', String(module.index));
    }
  }

  async function check(side: Side): Promise<SourceCheck> {
    const wanted = expected[side];
    if (!wanted) return 'unplugged';
    const [sources, streams] = await Promise.all([pulse.listSources(), pulse.listSourceOutputs()]);
    const source = sources.find((one) => one.name === wanted.source);
    if (!source) return 'unplugged';
    if (side === 'them' && remap !== null) {
      const master = sources.find((one) => one.name === remap!.monitor);
      if (!master) return 'unplugged';
      if (streams.find((one) => Number(one.owner_module) === remap!.module)?.source !== master.index)
        return 'replaced';
    }
    const others = expected[side === 'you' ? 'them' : 'you']?.stream;
    const ours = streams.filter(
      (one) => one.index !== others && isOurs(Number(one.properties['application.process.id'])),
    );
    const bound =
      ours.find((one) => one.index === wanted.stream) ??
      ours.find((one) => !wanted.before.has(one.index) && one.source === source.index);
    if (!bound) return 'replaced';
    wanted.stream = bound.index;
    return bound.source === source.index ? 'right' : 'replaced';
  }

  return {
    silentWhenIdle: [],
    async devices() {
      const [sources, sinks] = await Promise.all([pulse.listSources(), pulse.listSinks()]);
      return {
        microphones: sources.filter(isMicrophone).map((one) => ({ label: one.description })),
        outputs: sinks.map((one) => ({ label: one.description })),
      };
    },
    prepare(side, chosen) {
      follows[side] = chosen === null;
      return side === 'you' ? prepareMicrophone(chosen) : prepareOutput(chosen);
    },
    async expect(side) {
      const wanted = expected[side];
      if (!wanted) return;
      const streams = await pulse.listSourceOutputs();
      expected[side] = { ...wanted, before: new Set(streams.map((one) => one.index)), stream: null };
    },
    check,
    async outdated(side) {
      if (!follows[side]) return false;
      const now = await pulse.defaults();
      if (side === 'them')
        return remap !== null && now.sink !== '' && `${now.sink}.monitor` !== remap.monitor;
      if (now.source === expected.you?.source) return false;
      return (await pulse.listSources()).some((one) => one.name === now.source && isMicrophone(one));
    },
    watch: (onChange) => pulse.subscribe(onChange),
    close: async (side) => (side === 'them' ? unloadRemap() : undefined),
    release: unloadRemap,
  };
}

async function sourceName(index: number): Promise<string | null> {
  return (await pulse.listSources()).find((one) => one.index === index)?.name ?? null;
}

/** Monitors are what the computer plays, and our own source is one of them: neither is the user's voice. */
function isMicrophone(source: pulse.PulseSource): boolean {
  return source.monitor_source === '' && !source.name.startsWith(ourSourcePrefix);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
