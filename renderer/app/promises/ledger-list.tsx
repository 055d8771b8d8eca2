// The ledger itself: groups under their headings, of which only the rows in view are drawn; one row at a time is reached by Tab.
import { ChevronRight } from 'lucide-react';
import { useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { LedgerPromise, LedgerSummary, LedgerView } from '../../../contract/promises.ts';
import { useWords } from '../i18n.ts';
import { useHeight } from '../list/use-height.ts';
import { useQuotes } from '../live/use-quotes.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { asFailure } from '../bridge.ts';
import { count } from '../ui/format.ts';
import { exportPromises } from './export-promises.ts';
import { focusProof } from './focus.ts';
import {
  nearestRow,
  rowAfterKey,
  rowsInView,
  scrollToShow,
  sectionsOf,
  type RowPlace,
  type Section,
} from './ledger-layout.ts';
import { askedBy } from './ledger-keys.ts';
import { LedgerRow } from './ledger-row.tsx';
import { changeLedger, toggleGroup, useLedgerState } from './ledger-state.ts';
import styles from './ledger-list.module.css';
import { judge, takeInHand, undoVerdict } from './verdicts.ts';
import { useLedgerRows } from './use-ledger-rows.ts';
import { useFocus, useScroll } from './use-list-place.ts';

const rowPx = 64;
interface LedgerListProps {
  view: LedgerView;
  summary: LedgerSummary;
}

export function LedgerList({ view, summary }: LedgerListProps) {
  const t = useWords('promises');
  const scroller = useRef<HTMLDivElement>(null);
  const heightPx = useHeight(scroller);
  const quotes = useQuotes();
  const { closed, active: wished, scrollTop, focusWanted } = useLedgerState();
  const sections = sectionsOf(summary.groups, closed, rowPx);
  const viewport = { scrollTop, heightPx, rowPx };
  const active = nearestRow(sections, wished);
  const isActive = ({ group }: Section, index: number) => active?.group === group && active.index === index;
  const drawn = sections.map((section) => ({ section, rows: rowsToDraw(section, viewport, active) }));
  const rows = useLedgerRows(
    view,
    drawn.flatMap(({ section: { group }, rows: indices }) => indices.map((index) => ({ group, index }))),
  );
  const promiseIn = active && rows.at(active);

  useScroll(scroller, scrollTop);
  useFocus(scroller, active, focusWanted);

  const act = (event: KeyboardEvent, promise: LedgerPromise) => {
    const asked = askedBy(event);
    if (asked === null) return false;
    if (asked === 'hear') void quotes.toggle(promise);
    else if (asked === 'proof') {
      takeInHand(promise);
      focusProof();
    } else if (asked === 'calendar') {
      if (promise.promise.status === 'open' && promise.promise.due !== null)
        void exportPromises({ as: 'calendar', of: promise });
    } else void judge(promise, asked);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || isTyping(event)) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      void undoVerdict();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isInRow = event.target instanceof Element && event.target.closest('[data-index]') !== null;
    if (isInRow && promiseIn && act(event, promiseIn)) return event.preventDefault();
    const next = rowAfterKey(sections, event.key, active, Math.max(1, Math.floor(heightPx / rowPx) - 2));
    if (next === null) return;
    event.preventDefault();
    changeLedger({ active: next, scrollTop: scrollToShow(sections, next, viewport), focusWanted: true });
  };
  const onFocus = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>('[data-index]');
    const group = sections.find((each) => each.group === row?.dataset['group'])?.group;
    const index = Number(row?.dataset['index']);
    if (group && (group !== wished.group || index !== wished.index))
      changeLedger({ active: { group, index } });
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="presentation"
      onScroll={(event) => changeLedger({ scrollTop: event.currentTarget.scrollTop })}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {rows.failure && (
        <div className={styles.failure}>
          <FailureNote code={asFailure(rows.failure).code} onRetry={rows.retry} />
        </div>
      )}
      {sections.every(({ group }) => group === 'decided') && <p className={styles.done}>{t('allDecided')}</p>}
      {drawn.map(({ section, rows: indices }) => (
        <section key={section.group} aria-label={t(`group.${section.group}`)}>
          <h2 className={styles.heading} data-group={section.group}>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={section.open}
              onClick={() => toggleGroup(section.group)}
            >
              <ChevronRight className={styles.chevron} size={16} aria-hidden="true" />
              {t(`group.${section.group}`)} <span className={styles.count}>{count(section.count)}</span>
            </button>
          </h2>
          {section.open && (
            <ul
              className={styles.list}
              aria-label={t(`group.${section.group}`)}
              style={{ height: section.rows * rowPx }}
            >
              {indices.map((index) => (
                <li
                  key={index}
                  className={styles.item}
                  style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
                  aria-setsize={section.rows}
                  aria-posinset={index + 1}
                  data-group={section.group}
                  data-index={index}
                >
                  <LedgerRow
                    row={rows.at({ group: section.group, index })}
                    group={section.group}
                    today={view.today}
                    reachable={isActive(section, index)}
                    playing={quotes.playing}
                    onPlay={(promise) => void quotes.toggle(promise)}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

/** Those in view, and the one that has the focus wherever the list is scrolled to: the keyboard would be lost with it. */
function rowsToDraw(
  section: Section,
  viewport: { scrollTop: number; heightPx: number; rowPx: number },
  active: RowPlace | null,
): number[] {
  const [first, end] = rowsInView(section, viewport);
  const inView = Array.from({ length: end - first }, (_, at) => first + at);
  const own = active?.group === section.group ? active.index : null;
  return own === null || (own >= first && own < end) ? inView : [...inView, own];
}

/** Letters are text there, or choose from the system's own list. */
const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest('input, textarea, select') !== null;
