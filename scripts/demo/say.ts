// What the demo prints while it goes on, and at the end.
import type { Beat, Marking } from './script.ts';

export interface Checked {
  /** A sentence that is true when `ok`; when not, it says what was found instead. */
  sentence: string;
  ok: boolean;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function sayLine(atMs: number, { side, words }: Beat): void {
  say(`  ${clock(atMs)}  ${side === 'you' ? 'You ' : 'Them'}  ${words ?? '♪ hold music ♪'}`);
}

export function sayMark(atMs: number, { key, name, writes }: Marking): void {
  say(`  ${clock(atMs)}        marked: ${name} (${key.toUpperCase()})${writes ? `, “${writes.text}”` : ''}`);
}

export function sayChecks(checks: readonly Checked[]): void {
  say('');
  for (const { sentence, ok } of checks) say(`  ${ok ? '✓' : '✗'} ${sentence}`);
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
