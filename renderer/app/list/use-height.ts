// How high a list is on screen, and anew whenever that changes.
import { useLayoutEffect, useState, type RefObject } from 'react';

/** In px; 0 before the list has been laid out. */
export function useHeight(scroller: RefObject<HTMLElement | null>): number {
  const [heightPx, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return heightPx;
}
