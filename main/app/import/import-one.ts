// Imports one file, from its first byte to a call in the list. Until the last step nothing of it is in the library.
import { open, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CallId } from '../../../contract/call.ts';
import type { DecodedFile, ImportNote, KeptSidecar } from '../../../contract/import.ts';
import { makeSeal, type SealedFile } from '../../evidence/seal.ts';
import { writeCallIn } from '../../library/call-file.ts';
import { dateOf, importedCall } from '../../library/imported-call.ts';
import { unknownKind } from '../../library/import-kind.ts';
import { readMp4Date } from '../../library/import-mp4-date.ts';
import { readName } from '../../library/import-name.ts';
import { readSidecar, type Sidecar } from '../../library/import-sidecar.ts';
import {
  hashOf,
  keepCopy,
  makeStage,
  moveIntoPlace,
  removeStage,
  type Kept,
} from '../../library/import-stage.ts';
import { newCallId } from '../../library/layout.ts';
import { replaceFile } from '../../library/replace-file.ts';
import { fileNames } from '../../recording/running-files.ts';
import type { CallStore } from '../call-store.ts';
import type { Decoder } from './decoder.ts';
import type { Gate } from './gate.ts';
import { Cancelled, NotImported } from './not-imported.ts';
import { createSoundFiles, type MadeSound } from './sound-files.ts';

export interface ImportDeps {
  libraryFolder: string;
  store: Pick<CallStore, 'takeIn' | 'ask'>;
  decoder: Decoder;
  gate: Gate;
  appVersion: string;
  now(): number;
  /** The call that was imported from a file with this hash. */
  importedBefore(sha256: string): Promise<CallId | null>;
}

export type Imported =
  { what: 'imported'; callId: CallId; notes: ImportNote[] } | { what: 'already'; callId: CallId };

interface Order {
  path: string;
  job: string;
  onPart(part: number): void;
  isCancelled(): boolean;
}

/** Throws `NotImported`, `Cancelled`, or what the disk throws; nothing of the file stays then. */
export async function importOne(order: Order, deps: ImportDeps): Promise<Imported> {
  const { path } = order;
  const pause = async () => {
    await deps.gate.pass();
    if (order.isCancelled()) throw new Cancelled();
  };
  await checkKind(path);
  const sha256 = await hashOf(path, pause);
  const before = await deps.importedBefore(sha256);
  if (before !== null) return { what: 'already', callId: before };

  const stage = await makeStage(deps.libraryFolder, order.job);
  try {
    const kept = `original${keptExtension(path)}`;
    const original = await keepCopy(path, join(stage, kept), pause);
    if (original.sha256 !== sha256) throw new NotImported('changed');
    const { decoded, sound } = await decodeInto(stage, join(stage, kept), order, deps);
    await pause();
    const sidecar = await readSidecar(path);
    return await finish({ order, stage, kept, original, decoded, sound, sidecar }, deps);
  } finally {
    await removeStage(stage); // after `finish` it is not there any more
  }
}

async function checkKind(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new NotImported('not-sound');
    if (found.size === 0) throw new NotImported('empty');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const kind = unknownKind(buffer.subarray(0, bytesRead));
    if (kind === 'not-sound') throw new NotImported('not-sound');
    if (kind) throw new NotImported('format', kind.format);
  } finally {
    await file.close();
  }
}

/** Of the user's name only the end, and of that only what no system stumbles over. */
function keptExtension(path: string): string {
  const extension = extname(path).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.sound';
}

async function decodeInto(
  stage: string,
  original: string,
  { job, onPart }: Order,
  { decoder }: ImportDeps,
): Promise<{ decoded: DecodedFile; sound: MadeSound }> {
  const files = await createSoundFiles(stage);
  try {
    const decoded = await decoder.decode(job, original, async (piece) => {
      await files.append(piece);
      onPart(piece.part);
    });
    return { decoded, sound: await files.finish() };
  } catch (cause) {
    await files.abandon();
    throw cause;
  }
}

interface Parts {
  order: Order;
  stage: string;
  kept: string;
  original: Kept;
  decoded: DecodedFile;
  sound: MadeSound;
  sidecar: Sidecar | 'unreadable' | null;
}

async function finish(parts: Parts, deps: ImportDeps): Promise<Imported> {
  const { order, stage, kept, original, decoded, sound } = parts;
  const sidecar = parts.sidecar === 'unreadable' ? null : parts.sidecar;
  const name = basename(order.path);
  const stem = basename(order.path, extname(order.path));
  const named = readName(stem, deps.now());
  const { mtimeMs: modifiedMs } = await stat(order.path);
  const taggedMs = decoded.taggedMs ?? (await readMp4Date(join(stage, kept)));
  const { startedAtMs, dateFrom } = dateOf({ sidecar, named, taggedMs, modifiedMs }, deps.now());
  const keptSidecar = sidecar && (await keepSidecar(sidecar, stage));
  const { format, codec, channels, sampleRateHz, voices, cutShort, gaps, frames } = decoded;
  const company = (sidecar?.name || named.name).trim();
  const call = importedCall({
    id: newCallId(startedAtMs),
    startedAtMs,
    company,
    phone: sidecar?.phone || named.phone,
    title: company === '' ? stem : '',
    durationMs: sound.durationMs,
    file: {
      name,
      kept,
      ...original,
      importedAt: new Date(deps.now()).toISOString(),
      format,
      codec,
      channels,
      sampleRateHz,
      voices,
      dateFrom,
      ...(cutShort && { cutShort }),
      ...(keptSidecar && { sidecar: keptSidecar }),
    },
    decoded: { gaps, frames },
    appVersion: deps.appVersion,
  });
  const sealed: SealedFile[] = [{ file: kept, ...original }];
  if (keptSidecar)
    sealed.push({ file: keptSidecar.kept, bytes: keptSidecar.bytes, sha256: keptSidecar.sha256 });
  const { bytes, sha256, chain } = sound;
  const seal = makeSeal(call, { bytes, sha256 }, chain, deps.now(), sealed);
  await replaceFile(join(stage, fileNames.seal), `${JSON.stringify(seal)}\n`);
  await writeCallIn(stage, call, deps.now());
  await deps.store.takeIn(call.id, () => moveIntoPlace(deps.libraryFolder, stage, call.id));
  const notes: ImportNote[] = [
    ...(cutShort ? (['cut-short'] as const) : []),
    ...(call.capture.gaps.length > 0 ? (['gaps'] as const) : []),
    ...(dateFrom === 'tags' || dateFrom === 'modified' ? ([`date-from-${dateFrom}`] as const) : []),
    ...(parts.sidecar === 'unreadable' ? (['sidecar-unreadable'] as const) : []),
  ];
  return { what: 'imported', callId: call.id, notes };
}

async function keepSidecar({ path, said }: Sidecar, stage: string): Promise<KeptSidecar> {
  const kept = 'original.json';
  return { kept, ...(await keepCopy(path, join(stage, kept), async () => undefined)), said };
}
