// The one door to the app, and what to do when nobody answers.
import type { OnRecord, RequestName, Requests } from '../../contract/ipc.ts';

export type Door = OnRecord;

export function openDoor(): Door {
  return (globalThis as unknown as { onRecord: OnRecord }).onRecord;
}

/** Puts something unforeseen on record: main writes this window's console to the log. */
export function complain(message: string): void {
  // oxlint-disable-next-line no-console
  console.error(message);
}

/** Says something to the app that needs no answer. */
export function tell<Name extends RequestName>(
  door: Door,
  name: Name,
  ...args: Requests[Name]['args']
): void {
  door.ask(name, ...args).then(
    (answer) => {
      if (!answer.ok) complain(`${name} was refused: ${answer.code} ${answer.message}`);
    },
    (error: unknown) => complain(`${name} was not answered: ${String(error)}`),
  );
}

export function nowUs(): number {
  return performance.now() * 1_000;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
