// Where the address says to begin: goes there, and plays when the moment itself was pressed.
import { useEffect } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { useRoute } from '../route.ts';
import type { Player } from './player.ts';

export function useStartPlace(player: Player, callId: CallId): void {
  const route = useRoute();
  const atMs = route.screen === 'call' && route.callId === callId ? route.atMs : null;
  useEffect(() => {
    if (atMs === null) return;
    if (takePlayWish()) player.playFrom(atMs);
    else player.seek(atMs);
  }, [player, atMs]);
}

/** True once, for the press that led here: not for a reload, and not for Back. */
function takePlayWish(): boolean {
  const state: unknown = history.state;
  const wished = typeof state === 'object' && state !== null && 'play' in state && state.play === true;
  if (wished) history.replaceState(null, '');
  return wished;
}
