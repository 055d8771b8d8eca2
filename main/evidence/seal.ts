// seal.json: the hashes that show a recording has not changed since it was made.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Call } from '../../contract/call.ts';
import type { Link } from './chain.ts';

export interface Seal {
  format: 1;
  callId: string;
  sealedAt: string;
  /** SHA-256 (hex) of audio.ogg as it was when sealed. */
  audio: { file: 'audio.ogg'; bytes: number; sha256: string };
  /** The running hash, link by link: says at which second a change begins, and holds for a file that was cut short. */
  chain: Link[];
  /** Further files of the call that were sealed with it: what an imported call was made from. */
  files?: SealedFile[];
  /** What was known of the recording when it was sealed; call.json may say more later, never otherwise. */
  facts: Pick<Call, 'startedAt' | 'timeZone' | 'utcOffsetMinutes' | 'durationMs' | 'source' | 'capture'>;
}

/** `file` is a name in the call's folder. */
export interface SealedFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** SHA-256 (hex) of a file, streamed. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export function makeSeal(
  call: Call,
  audio: { bytes: number; sha256: string },
  chain: Link[],
  sealedAtMs: number,
  files: SealedFile[] = [],
): Seal {
  const { startedAt, timeZone, utcOffsetMinutes, durationMs, source, capture } = call;
  return {
    format: 1,
    callId: call.id,
    sealedAt: new Date(sealedAtMs).toISOString(),
    audio: { file: 'audio.ogg', ...audio },
    chain,
    ...(files.length > 0 && { files }),
    facts: { startedAt, timeZone, utcOffsetMinutes, durationMs, source, capture },
  };
}
