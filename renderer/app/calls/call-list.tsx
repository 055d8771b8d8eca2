// The list of calls: only the rows in view are drawn, and one of them at a time is reached by Tab.
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useWords } from '../i18n.ts';
import { CallRow } from './call-row.tsx';
import { rowLinkAttribute } from './focus.ts';
import { rowAfterKey, rowsInView, scrollToShow } from '../list/rows-in-view.ts';
import { moveTo, usePlace } from './search-state.ts';
import type { CallSearch } from './use-call-search.ts';
import { useMoments } from './use-moments.ts';
import { useRowLayout } from './use-row-layout.ts';
import styles from './call-list.module.css';

/** Rows shown while the first answer is on its way. */
const rowsWhileLoading = 8;
/** Rows before the end of what is loaded at which more is asked for, once the list is scrolled. */
const margin = 40;

export function CallList({ found }: { found: CallSearch }) {
  const t = useWords('calls');
  const scroller = useRef<HTMLDivElement>(null);
  const { layout, rowPx, heightPx } = useRowLayout(scroller);
  const { scrollTop, row, focusWanted } = usePlace();
  const { playing, play } = useMoments();

  const total = found.loading ? rowsWhileLoading : found.calls;
  const viewport = { scrollTop, heightPx, rowPx };
  const [first, end] = rowsInView(viewport, total);
  const active = Math.min(row, Math.max(0, total - 1));
  const drawn = Array.from({ length: end - first }, (_, i) => first + i);
  // The row that has the focus stays, wherever the list is scrolled to: the keyboard would be lost with it.
  if (total > 0 && (active < first || active >= end)) drawn.push(active);

  const needed = Math.max(end, focusWanted ? active + 1 : 0) + (scrollTop > 0 ? margin : 0);
  useLayoutEffect(() => {
    if (needed > found.hits.length) found.loadMore();
  });
  // Not what the scrolling itself reported: asking the page where it is would have it laid out once more.
  // `rowPx`: before the list is measured it has no height to be scrolled in.
  const reported = useRef(0);
  useLayoutEffect(() => {
    if (scroller.current && scrollTop !== reported.current) scroller.current.scrollTop = scrollTop;
  }, [scrollTop, rowPx]);
  useLayoutEffect(() => {
    if (!focusWanted) return;
    const focused = document.activeElement;
    if (focused !== document.body && !scroller.current?.contains(focused))
      return moveTo({ focusWanted: false });
    const item = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    const link = item?.querySelector<HTMLElement>(`[${rowLinkAttribute}]`);
    (link ?? item)?.focus({ preventScroll: true });
    if (link) moveTo({ focusWanted: false });
  });

  // Whoever opens a call from the list and comes back goes on from its row.
  useLayoutEffect(() => {
    const list = scroller.current;
    return () => {
      if (list?.contains(document.activeElement)) moveTo({ focusWanted: true });
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hit = found.hits[active];
    if (event.key === ' ' && hit?.moment && isRowLink(event.target)) {
      event.preventDefault();
      play(hit);
    }
    const next = rowAfterKey(event.key, active, total, Math.max(1, Math.floor(heightPx / rowPx) - 1));
    if (next === null) return;
    event.preventDefault();
    moveTo({ row: next, scrollTop: scrollToShow(viewport, next), focusWanted: true });
  };
  const onFocus = (event: FocusEvent) => {
    const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    if (index !== undefined && Number(index) !== row) moveTo({ row: Number(index) });
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="presentation"
      onScroll={(event) => {
        reported.current = event.currentTarget.scrollTop;
        moveTo({ scrollTop: reported.current });
      }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <ul
        aria-label={t('list')}
        aria-busy={found.loading}
        className={styles.list}
        style={{ height: total * rowPx }}
        data-layout={layout}
      >
        {drawn.map((index) => (
          <li
            key={index}
            className={styles.item}
            style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
            aria-setsize={total}
            aria-posinset={index + 1}
            data-index={index}
            tabIndex={-1}
          >
            <CallRow
              hit={found.hits[index]}
              reachable={index === active}
              playing={playing !== null && found.hits[index]?.callId === playing}
              onPlay={play}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

const isRowLink = (target: EventTarget) =>
  target instanceof Element && target.closest(`[${rowLinkAttribute}]`) !== null;
