// What happened in a case, in order of time: calls, letters, offers, notes, files, and the end. Pure.
import type { Confirmation } from '../../../contract/call.ts';
import type { CaseAttachment, CaseCall, CaseNote, CaseView, Offer } from '../../../contract/cases.ts';

export type Entry = {
  key: string;
  /** When it happened, epoch ms. */
  atMs: number;
} & (
  | { kind: 'call'; call: CaseCall }
  | { kind: 'letter'; call: CaseCall; letter: Confirmation }
  | { kind: 'offer'; offer: Offer }
  | { kind: 'note'; note: CaseNote }
  | { kind: 'file'; file: CaseAttachment }
  | { kind: 'closed'; ending: string }
);

/** Oldest first. What was written down on its own day stands at its minute; on an earlier day, at that day's noon. */
export function timelineOf({ file, newest }: Pick<CaseView, 'file' | 'newest'>): Entry[] {
  const calls = newest.map((call) => ({
    key: call.callId,
    atMs: call.startedAtMs,
    kind: 'call' as const,
    call,
  }));
  const letters = newest.flatMap((call) =>
    call.letters.map((letter) => ({
      key: `${call.callId} ${letter.at}`,
      atMs: Date.parse(letter.at),
      kind: 'letter' as const,
      call,
      letter,
    })),
  );
  const entries: Entry[] = [
    ...calls,
    ...letters,
    ...(file?.offers ?? []).map((offer) => ({ ...placed(offer), kind: 'offer' as const, offer })),
    ...(file?.notes ?? []).map((note) => ({ ...placed(note), kind: 'note' as const, note })),
    ...(file?.files ?? []).map((one) => ({ ...placed(one), kind: 'file' as const, file: one })),
  ];
  if (file?.status === 'closed' && file.closedAt !== null)
    entries.push({ key: 'closed', atMs: Date.parse(file.closedAt), kind: 'closed', ending: file.ending });
  return entries.sort((one, other) => one.atMs - other.atMs || one.key.localeCompare(other.key));
}

function placed({ id, on, addedAt }: Pick<CaseNote, 'id' | 'on' | 'addedAt'>): { key: string; atMs: number } {
  const addedAtMs = Date.parse(addedAt);
  return { key: id, atMs: localDay(addedAtMs) === on ? addedAtMs : Date.parse(`${on}T12:00:00`) };
}

function localDay(ms: number): string {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
