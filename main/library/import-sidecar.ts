// Reads what a phone's recorder wrote beside a recording: BCR's metadata file, <name>.json (github.com/chenxiaolong/BCR, "Metadata file").
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, basename } from 'node:path';
import { z } from 'zod';
import type { SidecarFact } from '../../contract/import.ts';
import { parseJson } from './json.ts';

export interface Sidecar {
  path: string;
  /** Epoch ms. */
  startedAtMs: number;
  /** Whoever was on the other side, as the phone knew them; empty when it did not. */
  name: string;
  phone: string;
  said: readonly SidecarFact[];
}

const text = z.string().nullish();
// Only the times are always there; everything else is null where the phone did not know it.
const schema = z.looseObject({
  timestamp_unix_ms: z.number(),
  call_log_name: text,
  calls: z
    .array(
      z.looseObject({
        phone_number: text,
        phone_number_formatted: text,
        caller_name: text,
        contact_name: text,
      }),
    )
    .nullish(),
  output: z
    .looseObject({
      recording: z
        .looseObject({
          buffer_overruns: z.number().nullish(),
          was_ever_paused: z.boolean().nullish(),
          was_ever_holding: z.boolean().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** Nothing of this kind is ever larger. */
const mostBytes = 1_000_000;

/** The sidecar of a recording, null when it has none, `unreadable` when there is one that cannot be understood. */
export async function readSidecar(recording: string): Promise<Sidecar | 'unreadable' | null> {
  const path = await sidecarOf(recording);
  if (path === null) return null;
  const written = await readFile(path, 'utf8').catch(() => '');
  const parsed = parseJson(written);
  const checked = 'problem' in parsed ? null : schema.safeParse(parsed.value);
  if (!checked?.success) return 'unreadable';
  const { timestamp_unix_ms: startedAtMs, call_log_name: logged, calls, output } = checked.data;
  const parties = calls ?? [];
  const names = parties.map((party) => party.contact_name || party.caller_name || '').filter(Boolean);
  const [first] = parties;
  const told = output?.recording;
  return {
    path,
    startedAtMs,
    name: names.join(', ') || logged || '',
    phone: first?.phone_number_formatted || first?.phone_number || '',
    said: [
      ...(told?.was_ever_paused ? (['paused'] as const) : []),
      ...(told?.was_ever_holding ? (['held'] as const) : []),
      ...((told?.buffer_overruns ?? 0) > 0 ? (['lost-sound'] as const) : []),
    ],
  };
}

async function sidecarOf(recording: string): Promise<string | null> {
  const stem = join(dirname(recording), basename(recording, extname(recording)));
  for (const path of [`${stem}.json`, `${recording}.json`]) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && found.size <= mostBytes) return path;
  }
  return null;
}
