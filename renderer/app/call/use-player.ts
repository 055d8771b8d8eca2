// A call's player and listening for as long as the call is on screen, and what components read off them.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallId } from '../../../contract/call.ts';
import type { CallEditor } from './call-editor.ts';
import { Listening, type ListeningState } from './listening.ts';
import { Player, type PlayerState } from './player.ts';

/** Where the sound of a call is to be had, in byte ranges. */
export const soundOf = (callId: CallId): string => `/media/${encodeURIComponent(callId)}`;

/** For a component that lives as long as the call is on screen. */
export function usePlayer(callId: CallId, durationMs: number): Player {
  const [player] = useState(() => new Player(new Audio(), durationMs));
  useEffect(() => {
    player.open(soundOf(callId));
    return () => player.close();
  }, [player, callId]);
  return player;
}

export function useListening(player: Player, editor: CallEditor): Listening {
  const [listening] = useState(() => new Listening(player, editor));
  useEffect(() => listening.start(), [listening]);
  return listening;
}

type Plain = string | number | boolean | null;

/** Something read off the player's state. `read` answers a plain value: the component is drawn again only when it differs. */
export function usePlayerValue<Value extends Plain>(
  player: Player,
  read: (state: PlayerState) => Value,
): Value {
  return useSyncExternalStore(player.subscribe, () => read(player.state()));
}

/** The same for what is listened to. */
export function useListeningValue<Value extends Plain>(
  listening: Listening,
  read: (state: ListeningState) => Value,
): Value {
  return useSyncExternalStore(listening.subscribe, () => read(listening.state()));
}
