// Opens a call at a moment and has it played, because that moment was pressed.
import type { CallId } from '../../../contract/call.ts';
import { go } from '../route.ts';

/**
 * The address alone only says where to begin: coming Back to it, or reloading it, must not start to speak. That it was
 * pressed is said once, in the history entry; the Call screen takes it out again.
 */
export function openAtMoment(callId: CallId, atMs: number): void {
  go({ screen: 'call', callId, atMs });
  history.replaceState({ play: true }, '');
}
