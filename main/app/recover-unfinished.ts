// A recording that was cut off is put in order, and said so in one line.
import { rmdir } from 'node:fs/promises';
import type { Call, CallId } from '../../contract/call.ts';
import { isUnfinished, recover } from '../recording/recovery.ts';
import type { Notices } from './notices.ts';
import { saveRecording } from './save-recording.ts';

interface Deps {
  now(): number;
  /** These calls were begun by an earlier run of this app. */
  isOurs: boolean;
  save: Parameters<typeof saveRecording>[2];
  notices: Notices;
  log(message: string, cause?: unknown): void;
}

/** Of these calls those that were never ended. */
export async function recoverUnfinished(
  ids: readonly CallId[],
  { now, isOurs, save, notices, log }: Deps,
): Promise<void> {
  for (const callId of ids) {
    const folder = save.callFolder(callId);
    if (!(await isUnfinished(folder))) {
      // Of a call that was erased there may be the empty folder, where the app died just before that went, too.
      if (isOurs) await rmdir(folder).catch(() => undefined);
      continue;
    }
    const saveCall = (call: Call, seal: Parameters<typeof saveRecording>[1]) =>
      saveRecording(call, seal, save);
    const result = await recover(folder, callId, { now, isOurs, saveCall });
    if (result === null || result.outcome === 'empty' || result.outcome === 'erased') continue;
    log(`Recovery of a call: ${result.outcome}`);
    if (result.outcome === 'failed') {
      notices.add({ kind: 'recovery-failed', callId, reason: result.reason });
      continue;
    }
    const { durationMs, company } = result.call;
    notices.add({ kind: 'recovered', callId, durationMs, company });
    if (result.isDamaged) notices.add({ kind: 'sound-behind-damage', callId });
  }
}
