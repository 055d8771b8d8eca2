// The only way from the window to the app: asks over window.onRecord and throws a Failure where the app answered one.
import { Failure, unwrap } from '../../contract/failure.ts';
import type { EventName, Events, OnRecord, RequestName, Requests } from '../../contract/ipc.ts';

declare global {
  interface Window {
    onRecord: OnRecord;
  }
}

export type Args<Name extends RequestName> = Requests[Name]['args'];
export type Answer<Name extends RequestName> = Requests[Name]['answer'];

/** Asks the app. Throws `Failure`, and nothing else. */
export async function ask<Name extends RequestName>(name: Name, ...args: Args<Name>): Promise<Answer<Name>> {
  try {
    return unwrap(await window.onRecord.ask(name, ...args));
  } catch (cause) {
    throw asFailure(cause);
  }
}

/** Hears what the app tells. The answer unsubscribes. */
export function listen<Name extends EventName>(
  name: Name,
  hear: (body: Events[Name]['body']) => void,
): () => void {
  return window.onRecord.listen(name, hear);
}

/** Anything thrown, as a Failure. */
export function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  return new Failure('unexpected', cause instanceof Error ? cause.message : String(cause), { cause });
}
