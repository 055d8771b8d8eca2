// What is typed and not saved yet, wherever that is: the app asks for it before the window goes.
import { ask, listen } from './bridge.ts';

/** Saves what waits; settles when that is done, well or badly. */
type SaveNow = () => Promise<unknown>;

const saves = new Set<SaveNow>();

/** The answer takes it back. */
export function savedBeforeLeaving(save: SaveNow): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Answers the app once all is saved that can be. The answer ends it. */
export function followLeaving(): () => void {
  return listen('app:leaving', () => {
    void Promise.allSettled([...saves].map((save) => save())).then(() => ask('app:all-saved'));
  });
}
