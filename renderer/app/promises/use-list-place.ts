// Where the list is scrolled to, and which of its rows has the focus.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { rowLinkAttribute } from './focus.ts';
import type { RowPlace } from './ledger-layout.ts';
import { changeLedger } from './ledger-state.ts';

/** The list is where the state says: after coming back, and where a key leads. */
export function useScroll(scroller: RefObject<HTMLElement | null>, scrollTop: number): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && Math.abs(element.scrollTop - scrollTop) >= 1) element.scrollTo({ top: scrollTop });
  }, [scroller, scrollTop]);
}

/** The row in hand has the focus: when a key led to it, and when the one that had it has gone with its verdict. */
export function useFocus(
  scroller: RefObject<HTMLElement | null>,
  active: RowPlace | null,
  wanted: boolean,
): void {
  const held = useRef(false);
  useLayoutEffect(() => {
    const list = scroller.current;
    const focused = document.activeElement;
    const isLost = held.current && (focused === null || focused === document.body);
    if (active && (wanted || isLost)) {
      const link = list?.querySelector<HTMLElement>(
        `[data-group="${active.group}"][data-index="${active.index}"] [${rowLinkAttribute}]`,
      );
      link?.focus({ preventScroll: true });
      if (link && wanted) changeLedger({ focusWanted: false });
    }
    held.current = list?.contains(document.activeElement) === true || (held.current && isLost);
  });
  // Whoever opens a call from the list and comes back goes on from its row.
  useLayoutEffect(() => {
    const list = scroller.current;
    return () => {
      if (list?.contains(document.activeElement)) changeLedger({ focusWanted: true });
    };
  }, [scroller]);
}
