// What is typed and not saved yet, wherever that is: the app asks for it before the window goes.
import { ask, listen } from './bridge.ts';
import { hrefOf, parseRoute } from './route.ts';

/** Saves what waits; settles when that is done, well or badly. */
type SaveNow = () => Promise<unknown>;

const saves = new Set<SaveNow>();

/** The answer takes it back. */
export function savedBeforeLeaving(save: SaveNow): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Leaves the box that is being written in, as Tab would: some save what they hold only then. */
function leaveBox(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea')) activeElement.blur();
}

/** A screen may go from under whoever writes, as when a call begins. To be called before anything else hears of addresses. */
export function leaveBoxesWithScreens(): () => void {
  const screenAt = (url: string) => hrefOf(parseRoute(new URL(url).hash));
  // Another name of the same screen leaves nothing: whoever types while a call begins goes on.
  const onAddress = ({ oldURL, newURL }: HashChangeEvent) => {
    if (screenAt(oldURL) !== screenAt(newURL)) leaveBox();
  };
  window.addEventListener('hashchange', onAddress);
  return () => window.removeEventListener('hashchange', onAddress);
}

/** Answers the app once all is saved that can be. The answer ends it. */
export function followLeaving(): () => void {
  return listen('app:leaving', () => {
    leaveBox();
    void Promise.allSettled([...saves].map((save) => save())).then(() => ask('app:all-saved'));
  });
}
