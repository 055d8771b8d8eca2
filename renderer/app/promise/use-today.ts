// Today's date in the user's zone, for as long as the window is open: at midnight, and after a sleep, it is another one.
import { useSyncExternalStore } from 'react';
import type { Day } from '../../../contract/day.ts';
import { today } from './understood.ts';

const everyMs = 20_000;

const subscribe = (changed: () => void) => {
  const timer = window.setInterval(changed, everyMs);
  window.addEventListener('focus', changed);
  return () => {
    window.clearInterval(timer);
    window.removeEventListener('focus', changed);
  };
};

export const useToday = (): Day => useSyncExternalStore(subscribe, today);
