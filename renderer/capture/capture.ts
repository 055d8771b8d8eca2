// What the capture window does: it obeys the app's commands and reports what it hears. One call at a time.
import type { CallId, Side } from '../../contract/call.ts';
import { sides } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { CallRecording } from './call-recording.ts';
import { complain, messageOf, nowUs, tell, type Door } from './door.ts';
import { framesFromUs, gridRateHz } from './grid.ts';
import { measure } from './measure.ts';
import { SideSource } from './side-source.ts';

/** Sound that no call has asked for is let go after this long. */
const keptFrames = 0.5 * gridRateHz;

export class Capture {
  readonly #door: Door;
  readonly #sources: Record<Side, SideSource>;
  #call: CallRecording | null = null;

  constructor(door: Door) {
    this.#door = door;
    this.#sources = { you: new SideSource(door, 'you'), them: new SideSource(door, 'them') };
  }

  obey(command: CaptureCommand): void {
    switch (command.type) {
      case 'open':
        return this.#sources[command.side].open(command.attempt, command.source);
      case 'close':
        return this.#sources[command.side].close('source closed');
      case 'trust':
        return this.#sources[command.side].trust(command.attempt);
      case 'distrust':
        return this.#sources[command.side].distrust(command.cause);
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
    for (const side of sides) this.#sources[side].track.letGo(framesFromUs(now) - keptFrames);
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

  #begin({ callId, sides: recorded, silentWhenIdle, leadMs }: CaptureCommand & { type: 'begin' }): void {
    if (this.#call) {
      const trouble = this.#call.callId === callId ? null : `still recording ${this.#call.callId}`;
      if (trouble) tell(this.#door, 'capture:ended', callId, trouble);
      return;
    }
    const tracks = { you: this.#sources.you.track, them: this.#sources.them.track };
    const plan = { sides: recorded, silentWhenIdle, leadMs, originUs: nowUs() };
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
