// The list of companies: only the rows in view are drawn, and one of them at a time is reached by Tab.
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useWords } from '../i18n.ts';
import { rowAfterKey, rowsInView, scrollToShow } from '../list/rows-in-view.ts';
import { useHeight } from '../list/use-height.ts';
import { CompanyRow } from './company-row.tsx';
import { changeList, useListState } from './list-state.ts';
import type { Companies } from './use-companies.ts';
import styles from './company-list.module.css';

const rowPx = 60;
/** Rows shown while the first answer is on its way. */
const rowsWhileLoading = 8;
/** Rows before the end of what is loaded at which more is asked for. */
const margin = 40;

const columns = ['company', 'calls', 'last', 'promises', 'kept', 'time'] as const;

export function CompanyList({ companies }: { companies: Companies }) {
  const t = useWords('companies');
  const scroller = useRef<HTMLDivElement>(null);
  const heightPx = useHeight(scroller);
  const { scrollTop, row } = useListState();
  const wantsFocus = useRef(false);

  const total = companies.loading ? rowsWhileLoading : companies.total;
  const viewport = { scrollTop, heightPx, rowPx };
  const [first, end] = rowsInView(viewport, total);
  const active = Math.min(row, Math.max(0, total - 1));
  const drawn = Array.from({ length: end - first }, (_, i) => first + i);
  // The row that has the focus stays, wherever the list is scrolled to: the keyboard would be lost with it.
  if (total > 0 && (active < first || active >= end)) drawn.push(active);

  const needed = Math.max(end, active + 1) + margin;
  useLayoutEffect(() => {
    if (needed > companies.rows.length) companies.loadMore();
  });
  const reported = useRef(0);
  useLayoutEffect(() => {
    if (scroller.current && scrollTop !== reported.current) scroller.current.scrollTop = scrollTop;
  }, [scrollTop, heightPx]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] a`);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = rowAfterKey(event.key, active, total, Math.max(1, Math.floor(heightPx / rowPx) - 1));
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    changeList({ row: next, scrollTop: scrollToShow(viewport, next) });
  };
  const onFocus = (event: FocusEvent) => {
    const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    if (index !== undefined && Number(index) !== row) changeList({ row: Number(index) });
  };
  return (
    <>
      <div className={styles.head} aria-hidden="true">
        {columns.map((column) => (
          <span key={column}>{t(`column.${column}`)}</span>
        ))}
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="presentation"
        onScroll={(event) => {
          reported.current = event.currentTarget.scrollTop;
          changeList({ scrollTop: reported.current });
        }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <ul
          aria-label={t('title')}
          aria-busy={companies.loading}
          className={styles.list}
          style={{ height: total * rowPx }}
        >
          {drawn.map((index) => (
            <li
              key={index}
              className={styles.item}
              style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
              aria-setsize={total}
              aria-posinset={index + 1}
              data-index={index}
            >
              <CompanyRow row={companies.rows[index]} reachable={index === active} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
