// Asks PulseAudio, or PipeWire through its PulseAudio door, with the program `pactl`.
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
// Field names and numbers are translated by locale otherwise.
const environment = () => ({ ...process.env, LC_ALL: 'C' });
const timeoutMs = 2_000;

export interface PulseSource {
  index: number;
  name: string;
  description: string;
  /** Name of the sink this is the monitor of, or empty. */
  monitor_source: string;
  owner_module: number | string;
  mute: boolean;
  volume: Record<string, { value_percent: string }>;
  properties: Record<string, string>;
}

export interface PulseSink {
  index: number;
  name: string;
  description: string;
  monitor_source: string;
}

/** A stream that some program records through. */
export interface PulseSourceOutput {
  index: number;
  source: number;
  owner_module: number | string;
  properties: Record<string, string>;
}

export interface PulseModule {
  name: string;
  argument: string;
}

export async function pactl(...args: string[]): Promise<string> {
  const { stdout } = await run('pactl', args, { env: environment(), timeout: timeoutMs });
  return stdout;
}

async function list<Item>(what: string): Promise<Item[]> {
  return JSON.parse(await pactl('-f', 'json', 'list', what)) as Item[];
}

export const listSources = () => list<PulseSource>('sources');
export const listSinks = () => list<PulseSink>('sinks');
export const listSourceOutputs = () => list<PulseSourceOutput>('source-outputs');

/** Modules come with their number only in the short form: number, name, arguments, parted by tabs. */
export async function listModules(): Promise<(PulseModule & { index: number })[]> {
  const lines = (await pactl('list', 'short', 'modules')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [index = '', name = '', argument = ''] = line.split('\t');
    return { index: Number(index), name, argument };
  });
}

export async function defaults(): Promise<{ source: string; sink: string }> {
  const info = JSON.parse(await pactl('-f', 'json', 'info')) as Record<string, string>;
  return { source: info['default_source_name'] ?? '', sink: info['default_sink_name'] ?? '' };
}

/** True when a sound server answers. */
export async function pactlAnswers(): Promise<boolean> {
  return pactl('info').then(
    () => true,
    () => false,
  );
}

/** Calls `onChange` for every change in sources, sinks, streams and defaults, and when the server goes or comes. Returns unsubscribe. */
export function subscribe(onChange: () => void): () => void {
  let stopped = false;
  let child: ReturnType<typeof spawn> | null = null;
  let retry: NodeJS.Timeout | null = null;
  const start = () => {
    child = spawn('pactl', ['subscribe'], { env: environment(), stdio: ['ignore', 'pipe', 'ignore'] });
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (/ on (source|sink|source-output|server|card) /.test(`${line} `)) onChange();
    });
    child.on('error', () => undefined); // `close` follows
    child.on('close', () => {
      if (stopped) return;
      onChange();
      retry = setTimeout(start, 1_000);
    });
  };
  start();
  return () => {
    stopped = true;
    if (retry) clearTimeout(retry);
    child?.kill();
  };
}
