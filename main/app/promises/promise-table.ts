// The ledger as a table for a spreadsheet. Pure.
import { dayAt } from '../../../contract/day.ts';
import type { LedgerPromise } from '../../../contract/promises.ts';
import { toCsv } from '../csv.ts';
import type { Translate } from '../strings.ts';

const columns = [
  'due',
  'status',
  'company',
  'words',
  'who',
  'amount',
  'currency',
  'call',
  'at',
  'decided',
  'proof',
  'proofCall',
] as const;

export function promiseTable(promises: readonly LedgerPromise[], t: Translate): string {
  const rows = promises.map(({ promise, ...row }) => [
    promise.due,
    t(`promise:status.${promise.status}`),
    row.company,
    row.text,
    promise.who,
    promise.amount?.value ?? null,
    promise.amount?.currency ?? null,
    dayAt(row.startedAtMs), // on this machine's clock, as on screen: the index does not know where the call was made
    placeIn(row.fromMs),
    promise.decidedAt && dayAt(Date.parse(promise.decidedAt)),
    promise.proof?.text ?? null,
    promise.proof?.callId ?? null,
  ]);
  return toCsv([columns.map((name) => t(`promises:table.${name}`)), ...rows]);
}

/** `0:11:58`: where in the call it can be heard. */
export function placeIn(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
