// Libraries of any size, made by a fixed seed and kept from one run to the next: ten marks a call, real folders, an index.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Call, Mark, MarkKind } from '../../contract/call.ts';
import { consentEvents, outcomes } from '../../contract/call.ts';
import { makeIndexAnew } from '../../main/app/command/reindex-command.ts';
import { callFolder, newCallId } from '../../main/library/layout.ts';
import { chanceFrom, companyName, pick, words, zipf, type Chance } from './made-words.ts';

export interface MadeLibrary {
  calls: number;
  /** Only to be read: the next run has the same. */
  folder: string;
  /** An index of it, only to be read. */
  index: string;
}

const seed = 20261125;
const years = 10;
const companies = 4_000;
const marksInCall = 10;
const dayMs = 86_400_000;

/** Raise it when what is made changes. */
const edition = 2;

const madeKinds: readonly MarkKind[] = [
  ...(['promise', 'promise', 'promise', 'note', 'note', 'note', 'note'] as const),
  ...(['reference', 'agent', 'agent', 'hold', 'transfer', 'refusal', 'consent'] as const),
];

/** The calls of a library, oldest first, spread over ten years to `todayMs`: the same for the same arguments. */
export function* madeCalls(count: number, todayMs: number): Generator<Call> {
  const stepMs = (years * 365 * dayMs) / count;
  for (let at = 0; at < count; at += 1) {
    const chance = chanceFrom(seed + at * 7919);
    const startedAtMs = Math.floor(todayMs - (count - at) * stepMs + chance() * stepMs * 0.9);
    yield madeCall(chance, startedAtMs, todayMs);
  }
}

function madeCall(chance: Chance, startedAtMs: number, todayMs: number): Call {
  const startedAt = new Date(startedAtMs).toISOString();
  const company = zipf(chance, companies);
  const durationMs = 60_000 + Math.floor(chance() ** 3 * 3 * 3_600_000);
  const frames = durationMs * 48;
  return {
    format: 1,
    id: newCallId(startedAtMs, (bytes) => Uint8Array.from({ length: bytes }, () => chance() * 256)),
    revision: 1 + Math.floor(chance() * 9),
    updatedAt: startedAt,
    company: companyName(company),
    case:
      chance() < 0.4
        ? `${pick(chance, ['Refund', 'Outage', 'Bill', 'Contract'])} ${company}-${zipf(chance, 30)}`
        : '',
    title: chance() < 0.3 ? words(chance, 4) : '',
    phone: chance() < 0.5 ? `+1 555 ${1000 + (company % 9000)}` : '',
    notes: chance() < 0.6 ? words(chance, 5 + Math.floor(chance() * 60)) : '',
    tags: [],
    outcome: chance() < 0.15 ? null : pick(chance, outcomes),
    startedAt,
    timeZone: 'America/New_York',
    utcOffsetMinutes: -300,
    durationMs,
    source: {
      kind: 'captured',
      you: 'Headset microphone',
      them: 'System audio',
      app: '0.1.0',
      os: 'linux 6.1',
    },
    capture: {
      wallMs: durationMs + 20,
      youFrames: frames,
      themFrames: frames,
      recovered: chance() < 0.01,
      gaps: chance() < 0.05 ? [{ side: 'them', fromMs: 6_000, toMs: 6_300, cause: 'source lost' }] : [],
      pauses: [],
      sourceChanges: [],
    },
    marks: madeMarks(chance, startedAtMs, durationMs, todayMs),
  };
}

function madeMarks(chance: Chance, startedAtMs: number, durationMs: number, todayMs: number): Mark[] {
  const count = Math.floor(chance() * (marksInCall * 2 + 1));
  return Array.from({ length: count }, (_, at) => {
    const fromMs = Math.floor((durationMs / (count + 1)) * (at + chance()));
    const kind = pick(chance, madeKinds);
    const made = new Date(startedAtMs + fromMs).toISOString();
    return {
      id: `m${at}-${Math.floor(chance() * 2 ** 32).toString(36)}`,
      kind,
      fromMs,
      toMs: Math.min(durationMs, fromMs + Math.floor(chance() * 20_000)),
      text: textOf(kind, chance),
      createdAt: made,
      updatedAt: made,
      ...(kind === 'promise' && { promise: madePromise(chance, startedAtMs, todayMs) }),
      ...(kind === 'consent' && { consent: { event: pick(chance, consentEvents) } }),
    };
  });
}

function textOf(kind: MarkKind, chance: Chance): string {
  if (kind === 'reference')
    return `${pick(chance, ['NW', 'TT', 'REF', 'C'])}-${Math.floor(chance() * 10 ** 7)}`;
  if (kind === 'agent') return `${words(chance, 1)} ${Math.floor(chance() * 5_000)}`;
  if (kind === 'hold' || kind === 'transfer' || kind === 'consent') return '';
  return words(chance, 3 + Math.floor(chance() * 12));
}

/** What was promised last is mostly open and falls due around today; what is older has mostly been decided. */
function madePromise(chance: Chance, startedAtMs: number, todayMs: number): Mark['promise'] {
  const isRecent = todayMs - startedAtMs < 90 * dayMs;
  const status =
    chance() < (isRecent ? 0.7 : 0.1)
      ? 'open'
      : pick(chance, ['kept', 'kept', 'late', 'broken', 'withdrawn'] as const);
  const dueMs = startedAtMs + Math.floor(chance() * 60) * dayMs;
  return {
    who: chance() < 0.5 ? `agent ${Math.floor(chance() * 5_000)}` : '',
    due: chance() < 0.8 ? new Date(dueMs).toISOString().slice(0, 10) : null,
    amount:
      chance() < 0.4
        ? { value: Math.round(chance() * 50_000) / 100, currency: pick(chance, ['USD', 'EUR', 'GBP', 'JPY']) }
        : null,
    status,
    decidedAt: status === 'open' ? null : new Date(dueMs).toISOString(),
  };
}

/** Where libraries are kept: `npm run bench` names a folder that outlives it. */
const shelf = process.env['ONRECORD_BENCH_CACHE'] ?? join(tmpdir(), 'on-record-bench');

/** The library of so many calls with its index; made when it is not there, which takes a minute for 100,000. */
export async function madeLibrary(calls: number): Promise<MadeLibrary> {
  // Promises are due around today, so a library is good for a month.
  const month = new Date().toISOString().slice(0, 7);
  const todayMs = Date.parse(`${month}-15T12:00:00.000Z`);
  const folder = join(
    keep(`library-${calls}-`, `${edition}-${month}`, (made) => writeLibrary(made, madeCalls(calls, todayMs))),
    'library',
  );
  const index = keepIndexOf(calls, `${edition}-${month}-${indexSources()}`);
  if (!existsSync(index)) {
    const temporary = `${index}.making`;
    for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true });
    await makeIndexAnew({ library: folder, indexFile: temporary }, Date.now());
    renameSync(temporary, index);
  }
  return { calls, folder, index };
}

function writeLibrary(folder: string, calls: Iterable<Call>): void {
  const library = join(folder, 'library');
  mkdirSync(join(library, 'calls'), { recursive: true });
  writeFileSync(
    join(library, 'library.json'),
    '{ "format": 1, "id": "0b5e5c0e-7a55-4a3a-9a53-6f7f2a4c1d11" }\n',
  );
  for (const call of calls) {
    const callAt = callFolder(library, call.id);
    mkdirSync(callAt, { recursive: true });
    writeFileSync(join(callAt, 'call.json'), `${JSON.stringify(call, null, 2)}\n`);
  }
}

/** The folder `<name><key>` of the shelf, made when it is not there; others of the name are old and go. */
function keep(name: string, key: string, make: (folder: string) => void): string {
  const folder = join(shelf, name + key);
  if (existsSync(folder)) return folder;
  removeOthers(name, key);
  const temporary = `${folder}.making`;
  rmSync(temporary, { recursive: true, force: true });
  make(temporary);
  renameSync(temporary, folder);
  return folder;
}

function keepIndexOf(calls: number, key: string): string {
  const name = `index-${calls}-`;
  removeOthers(name, key);
  return join(shelf, `${name}${key}.sqlite`);
}

function removeOthers(name: string, key: string): void {
  mkdirSync(shelf, { recursive: true });
  for (const other of readdirSync(shelf))
    if (other.startsWith(name) && !other.startsWith(name + key))
      rmSync(join(shelf, other), { recursive: true });
}

/** An index is as good as the sources that made it. */
function indexSources(): string {
  const folder = resolve('main/index');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A profile of its own for an app that opens the library: the index is copied, as the app writes to it. */
export async function profileFor({ index }: MadeLibrary, profile: string): Promise<void> {
  await mkdir(profile, { recursive: true });
  await copyFile(index, join(profile, 'index.sqlite'));
}
