// How a row is laid out at the list's present width, and how tall that makes it.
import { useLayoutEffect, useState, type RefObject } from 'react';

/** One line, two, or three. */
export type RowLayout = 'wide' | 'narrow' | 'slim';

const rowPx: Record<RowLayout, number> = { wide: 60, narrow: 66, slim: 96 };
export const leastRowPx = Math.min(...Object.values(rowPx));

export const layoutFor = (widthPx: number): RowLayout =>
  widthPx >= 840 ? 'wide' : widthPx >= 520 ? 'narrow' : 'slim';

export function useRowLayout(scroller: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  const layout = layoutFor(size.widthPx);
  return { layout, rowPx: rowPx[layout], heightPx: size.heightPx };
}
