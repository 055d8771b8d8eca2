// Which calls this app began, kept in the profile: a start after a crash looks at these alone, however large the library.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { isCallId } from '../library/layout.ts';
import type { CallId } from '../../contract/call.ts';

export interface BegunCalls {
  /** Those of the session before. */
  readonly before: readonly CallId[];
  /** Those of this session. */
  has(id: CallId): boolean;
  /** To be said before the call's folder is made. */
  note(id: CallId): void;
  /** Those of the session before have been seen to. */
  forgetBefore(): void;
}

/** Only a help: whatever is lost of the file is found later, when all folders are looked through. */
export function openBegunCalls(file: string, log: (message: string, cause: unknown) => void): BegunCalls {
  const now = new Set<CallId>();
  const tryTo = (work: () => void) => {
    try {
      work();
    } catch (cause) {
      log('Could not keep which calls were begun', cause);
    }
  };
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT')
      log('Could not read which calls were begun', cause);
  }
  return {
    before: text.split('\n').filter(isCallId),
    has: (id) => now.has(id),
    note(id) {
      now.add(id);
      tryTo(() => appendFileSync(file, `${id}\n`, { mode: 0o600 }));
    },
    forgetBefore() {
      if (text !== '') tryTo(() => writeFileSync(file, [...now, ''].join('\n'), { mode: 0o600 }));
    },
  };
}
