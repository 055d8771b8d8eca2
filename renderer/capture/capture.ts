// What the capture window does: it obeys the app's commands and reports what it hears. One call at a time.
import type { CallId, Side } from '../../contract/call.ts';
import { sides } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { CallRecording } from './call-recording.ts';
import { complain, messageOf, nowUs, tell, type Door } from './door.ts';
import { framesFromMs, framesFromUs } from './grid.ts';
import { measure } from './measure.ts';
import { SideSource } from './side-source.ts';

/** Sound that no call has asked for is let go after this long, unless the app wants more of it remembered. */
const keptMs = 500;
/** A sample may lie this far from when it was captured (`track`). */
const placedWithinMs = 200;

export class Capture {
  readonly #door: Door;
  readonly #sources: Record<Side, SideSource>;
  #call: CallRecording | null = null;
  #rememberedMs = keptMs;

  constructor(door: Door) {
    this.#door = door;
    this.#sources = { you: new SideSource(door, 'you'), them: new SideSource(door, 'them') };
  }

  obey(command: CaptureCommand): void {
    switch (command.type) {
      case 'open':
        return this.#sources[command.side].open(command.attempt, command.source);
      case 'close':
        return this.#close(command.side);
      case 'trust':
        return this.#sources[command.side].trust(command.attempt);
      case 'distrust':
        return this.#distrust(command);
      case 'remember':
        return this.#remember(command.ms);
      case 'begin':
        return this.#begin(command);
      case 'pause':
        return this.#call?.pause();
      case 'resume':
        return this.#call?.resume(nowUs());
      case 'end':
        return this.#call?.end(nowUs());
      case 'measure':
        return this.#measure(command.callId);
    }
  }

  /** Takes everything further; call it every few ms. */
  tick(): void {
    const now = nowUs();
    for (const side of sides) this.#sources[side].tick(now);
    if (this.#call) return this.#call.tick(now);
    this.#letGo(now);
  }

  report(): void {
    // Also of a call whose sources are closed: its clock goes by these reports.
    if (!this.#call && !sides.some((side) => this.#sources[side].isOpen)) return;
    const report = { you: this.#sources.you.report(), them: this.#sources.them.report() };
    tell(this.#door, 'capture:report', report);
  }

  /** Something unforeseen: the call that runs cannot be relied on any more. */
  fail(message: string): void {
    complain(message);
    this.#call?.fail(message);
  }

  /** Nothing of a source that is not wanted any more waits for a call. */
  #close(side: Side): void {
    this.#sources[side].close('source closed');
    if (!this.#call) this.#sources[side].track.forget(-Infinity);
  }

  /** In a call all that has not been told is in doubt; before one, what came since the source was last found right. */
  #distrust({ side, cause, rightAtMs }: CaptureCommand & { type: 'distrust' }): void {
    const rightAtUs = nowUs() - (Date.now() - rightAtMs + placedWithinMs) * 1_000;
    this.#sources[side].distrust(cause, this.#call ? -Infinity : framesFromUs(rightAtUs));
  }

  #remember(ms: number): void {
    this.#rememberedMs = Math.max(keptMs, ms);
    if (!this.#call) this.#letGo(nowUs());
  }

  #letGo(now: number): void {
    const before = framesFromUs(now) - framesFromMs(this.#rememberedMs);
    for (const side of sides) this.#sources[side].track.letGo(before);
  }

  #begin(command: CaptureCommand & { type: 'begin' }): void {
    const { callId, sides: recorded, silentWhenIdle, leadMs, preRollMs } = command;
    if (this.#call) {
      const trouble = this.#call.callId === callId ? null : `still recording ${this.#call.callId}`;
      if (trouble) tell(this.#door, 'capture:ended', callId, trouble);
      return;
    }
    const tracks = { you: this.#sources.you.track, them: this.#sources.them.track };
    const plan = { sides: recorded, silentWhenIdle, leadMs, originUs: nowUs() - preRollMs * 1_000 };
    try {
      this.#call = new CallRecording(this.#door, callId, tracks, plan, () => (this.#call = null));
      tell(this.#door, 'capture:began', callId);
    } catch (error) {
      tell(this.#door, 'capture:ended', callId, `begin: ${messageOf(error)}`);
    }
  }

  #measure(callId: CallId): void {
    measure(callId).then(
      (peaks) => tell(this.#door, 'capture:measured', callId, peaks),
      (error: unknown) => {
        complain(`${callId} cannot be measured: ${messageOf(error)}`);
        tell(this.#door, 'capture:measured', callId, null);
      },
    );
  }
}
