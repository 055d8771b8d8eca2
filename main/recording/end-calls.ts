// How a call ends: put in order and kept, or erased. Never both, and never twice.
import type { Call, CallId } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { RecordingView } from '../../contract/recording.ts';
import type { Seal } from '../evidence/seal.ts';
import type { LiveCall } from './live-call.ts';

interface Deps {
  capture: { ends(id: CallId): Promise<unknown> };
  send(command: CaptureCommand): void;
  saveCall(call: Call, seal: Seal): Promise<void>;
  /** This much of a call's end found no room on disk. */
  endLost(lostMs: number): void;
  /** The call is no longer a running one. */
  ending(call: LiveCall, becomes: 'saved' | 'erased'): void;
  /** There is no call any more. */
  over(saved: RecordingView['last']): void;
  log(message: string, cause?: unknown): void;
}

export function endCalls({ capture, send, saveCall, endLost, ending, over, log }: Deps) {
  let goingOn: Promise<CallId> | null = null;

  /** The capture window has let go of the call when this returns, or is not going to answer. */
  async function endCapture(call: LiveCall, becomes: 'saved' | 'erased'): Promise<void> {
    ending(call, becomes);
    const answer = capture.ends(call.call.id);
    send({ type: 'end' });
    call.ended();
    await answer.catch((cause: unknown) =>
      log('The capture window did not finish; what is on disk is kept', cause),
    );
  }

  async function finish(call: LiveCall): Promise<CallId> {
    const { id } = call.call;
    let saved: RecordingView['last'] = null;
    await endCapture(call, 'saved');
    try {
      const { call: finished, seal, lostMs } = await call.finish();
      if (lostMs > 0) endLost(lostMs);
      await saveCall(finished, seal);
      saved = { callId: id, durationMs: finished.durationMs };
      return id;
    } finally {
      over(saved);
    }
  }

  /** That it is to go is on disk before anything goes: a crash half-way ends in its removal. */
  async function remove(call: LiveCall): Promise<CallId> {
    await call.forget();
    await endCapture(call, 'erased');
    try {
      await call.discard();
      return call.call.id;
    } catch (cause) {
      throw new Failure('not-erased', String(cause), { cause });
    } finally {
      over(null);
    }
  }

  const once = (work: Promise<CallId>): Promise<CallId> => {
    goingOn = work.finally(() => {
      goingOn = null;
    });
    return goingOn;
  };

  return {
    /** The ending that is under way, or null. */
    goingOn: () => goingOn,
    keep: (call: LiveCall) => once(finish(call)),
    erase(call: LiveCall): Promise<CallId> {
      if (goingOn) throw new Failure('not-recording', 'The call is ending already');
      return once(remove(call));
    },
  };
}
