// Keeps the sources open while a screen with meters is in view, so that meters live and a start has no delay.
import { useEffect } from 'react';
import { ask } from '../bridge.ts';

let holders = 0;
let told = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the app once things have settled: going from one such screen to the next closes nothing. */
function settleSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const wanted = holders > 0 && !document.hidden;
    if (wanted === told) return;
    told = wanted;
    // What goes wrong with a source is said by the source's state.
    ask('recording:listen', wanted).catch(() => (told = !wanted));
  }, 50);
}

export function useListening(): void {
  useEffect(() => {
    holders++;
    settleSoon();
    document.addEventListener('visibilitychange', settleSoon);
    return () => {
      holders--;
      document.removeEventListener('visibilitychange', settleSoon);
      settleSoon();
    };
  }, []);
}
