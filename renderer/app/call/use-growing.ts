// A long list of which the first rows are drawn at once and the others a few at a time, when nothing else is to be done.
import { useEffect, useState } from 'react';

/** More than fit on a screen. */
const atOnce = 24;
/** Few enough to be made between two frames. */
const aTime = 6;

/** How many of `count` rows to draw, and a way to have all of them now. */
export function useGrowing(count: number): [drawn: number, drawAll: () => void] {
  const [room, setRoom] = useState(atOnce);
  const grows = room < count;
  useEffect(() => {
    if (!grows) return;
    const idle = requestIdleCallback(() => setRoom((before) => before + aTime));
    return () => cancelIdleCallback(idle);
  }, [grows, room]);
  return [Math.min(room, count), () => setRoom(count)];
}
