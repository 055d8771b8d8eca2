// A call's player for as long as the call is on screen, and what components read off it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { Player, type PlayerState } from './player.ts';

/** For a component that lives as long as the call is on screen. */
export function usePlayer(callId: CallId, durationMs: number): Player {
  const [player] = useState(() => new Player(new Audio(), durationMs));
  useEffect(() => {
    player.open(`/media/${encodeURIComponent(callId)}`);
    return () => player.close();
  }, [player, callId]);
  return player;
}

/** Something read off the player's state. `read` answers a plain value: the component is drawn again only when it differs. */
export function usePlayerValue<Value extends string | number | boolean | null>(
  player: Player,
  read: (state: PlayerState) => Value,
): Value {
  return useSyncExternalStore(player.subscribe, () => read(player.state()));
}
