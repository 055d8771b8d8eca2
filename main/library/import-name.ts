// What the name of a recording says: when it was made, with whom, and their number. Phones' recorders write all three into it.

export interface NamedRecording {
  /** Epoch ms, null where the name has no date with a time of day. */
  startedAtMs: number | null;
  name: string;
  phone: string;
}

/** `offset` as in `-0400`; without it the clock is the user's own. */
interface Clock {
  fields: readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];
  milliseconds: number;
  offset: string | null;
}

/**
 * `20260412_101530.123-0400` (BCR), `2026-04-12 10-15-30`, `2026-04-12T10.15.30`, `20260412101530` (Xiaomi),
 * `260412_101530` (Samsung).
 */
const patterns = [
  /(?<!\d)(?<year>(?:19|20)\d\d)[-_.]?(?<month>\d\d)[-_.]?(?<day>\d\d)[ T_@-]{1,3}(?<hour>\d\d)[-_.:h]?(?<minute>\d\d)[-_.:m]?(?<second>\d\d)(?:\.(?<ms>\d{1,3}))?(?<offset>[+-]\d{4}|Z)?(?!\d)/,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?!\d)/,
  /(?<!\d)(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)_(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?!\d)/,
] as const;

/** Words that recorders write and that are nobody's name. */
const recorderWords = new Set(
  'call recording recordings record rec phone voice audio in out incoming outgoing conference unknown private'.split(
    ' ',
  ),
);

/** `stem`: the file's name without its extension. `nowMs`: nothing was recorded in the future. */
export function readName(stem: string, nowMs: number): NamedRecording {
  for (const pattern of patterns) {
    const found = pattern.exec(stem);
    const startedAtMs = found && instantOf(found.groups!, nowMs);
    if (!found || startedAtMs === null) continue;
    const rest = `${stem.slice(0, found.index)} ${stem.slice(found.index + found[0].length)}`;
    return { startedAtMs, ...partyOf(rest) };
  }
  // Without a date it may be anything, and its words are no company's name.
  return { startedAtMs: null, name: '', phone: '' };
}

function instantOf(groups: Record<string, string | undefined>, nowMs: number): number | null {
  const clock = clockOf(groups);
  const [year, month, day, hour, minute, second] = clock.fields;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, clock.milliseconds);
  // The way back refuses what Date rolls over, such as the 31st of February or 25 o'clock.
  if (new Date(utc).toISOString().slice(0, 19) !== isoOf(clock.fields)) return null;
  const local = new Date(year, month - 1, day, hour, minute, second, clock.milliseconds).getTime();
  const instant = clock.offset === null ? local : utc - offsetMs(clock.offset);
  const dayMs = 24 * 3_600_000;
  return instant <= nowMs + dayMs ? instant : null;
}

function clockOf(groups: Record<string, string | undefined>): Clock {
  const number = (name: string) => Number(groups[name]);
  const year = number('year') < 100 ? 2000 + number('year') : number('year');
  return {
    fields: [year, number('month'), number('day'), number('hour'), number('minute'), number('second')],
    milliseconds: groups['ms'] ? Number(groups['ms'].padEnd(3, '0')) : 0,
    offset: groups['offset'] ?? null,
  };
}

function isoOf([year, ...others]: Clock['fields']): string {
  const [month, day, hour, minute, second] = others.map((part) => String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** A number is six digits or more; what has letters and is not a recorder's word is a name. */
function partyOf(rest: string): { name: string; phone: string } {
  const apart = rest.replaceAll('_', ' ');
  const numbers = apart.match(/\+?(?:\(\d{1,5}\)[ .-]?)?\d(?:[ .-]?\d|[ .-]?\(\d{1,5}\)[ .-]?\d)*/g) ?? [];
  const phone = numbers.find((number) => number.replace(/\D/g, '').length >= 6) ?? '';
  const words = apart
    .replace(phone, ' ')
    .split(/[\s()[\]]+/)
    .filter((word) => word !== '' && !/^sim\d?$/i.test(word) && !recorderWords.has(word.toLowerCase()));
  const name = words.join(' ').replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
  return { name: /\p{L}{2}/u.test(name) ? name : '', phone: phone.trim() };
}
