// Where things lie in the library, and what a call's id looks like. An id that is not one never becomes a path.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';

export const libraryFileName = 'library.json';
export const callFileName = 'call.json';

const callIdPattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-z]{8}$/;

/** Crockford's base 32 in lower case: no i, l, o, u, so that an id can be read aloud. */
const tailLetters = '0123456789abcdefghjkmnpqrstvwxyz';
const tailLength = 8;

/** A new id for a call that starts at this moment (epoch ms, years 0 to 9999; otherwise `bad-request`). */
export function newCallId(
  startedAtMs: number,
  random: (bytes: number) => Uint8Array = (bytes) => randomBytes(bytes),
): CallId {
  const tail = Array.from(random(tailLength), (byte) => tailLetters[byte % tailLetters.length]).join('');
  const id = `${secondOf(startedAtMs)}-${tail}`;
  if (!isCallId(id)) throw new Failure('bad-request', `No call can start at ${startedAtMs}`);
  return id;
}

export function isCallId(text: string): text is CallId {
  return startOfCallId(text) !== null;
}

/** The UTC second (epoch ms) that the id was made for, or null when it is no id. */
export function startOfCallId(text: string): number | null {
  const [matched, year, month, day, hour, minute, second] = callIdPattern.exec(text) ?? [];
  if (matched === undefined) return null;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  // The way back refuses what Date rolls over, such as the 31st of February.
  return Number.isNaN(ms) || secondOf(ms) !== text.slice(0, -tailLength - 1) ? null : ms;
}

export function callsFolder(library: string): string {
  return join(library, 'calls');
}

/** The folder of a call. Anything that is not a call's id is refused with `bad-request`. */
export function callFolder(library: string, id: CallId): string {
  if (!isCallId(id))
    throw new Failure('bad-request', `Not the id of a call: ${JSON.stringify(id).slice(0, 80)}`);
  return join(callsFolder(library), id.slice(0, 4), id);
}

/** `20261123T140500Z` */
function secondOf(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '';
  return date
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '');
}
