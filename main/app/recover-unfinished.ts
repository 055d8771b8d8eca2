// At start: every recording that was cut off is put in order, and said so in one line each.
import { basename } from 'node:path';
import type { Call, CallId } from '../../contract/call.ts';
import { findUnfinished, recover } from '../recording/recovery.ts';
import type { Notices } from './notices.ts';
import { saveRecording } from './save-recording.ts';

interface Deps {
  now(): number;
  save: { callFolder(id: CallId): string; saveCall(call: Call): Promise<unknown> };
  notices: Notices;
  log(message: string, cause?: unknown): void;
}

export async function recoverUnfinished(
  callsFolder: string,
  { now, save, notices, log }: Deps,
): Promise<void> {
  for (const folder of await findUnfinished(callsFolder)) {
    const callId = basename(folder);
    const saveCall = (call: Call, seal: Parameters<typeof saveRecording>[1]) =>
      saveRecording(call, seal, save);
    const result = await recover(folder, callId, { now, saveCall });
    if (result === null || result.outcome === 'empty' || result.outcome === 'erased') continue;
    log(`Recovery of a call: ${result.outcome}`);
    if (result.outcome === 'failed') notices.add({ kind: 'recovery-failed', callId, reason: result.reason });
    else {
      const { durationMs, company } = result.call;
      notices.add({ kind: 'recovered', callId, durationMs, company });
    }
  }
}
