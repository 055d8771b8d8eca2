// One call in the list: when, with whom, the moment that was found, and how it ended.
import { Import, Play, RotateCcw, Square, Unplug, type LucideIcon } from 'lucide-react';
import { memo, useId, type MouseEvent } from 'react';
import type { CallHit } from '../../../contract/library.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import { Chip } from '../ui/chip.tsx';
import { clock } from '../ui/format.ts';
import { rowLinkAttribute } from './focus.ts';
import { Highlighted, MomentText } from './moment-text-view.tsx';
import { openAtMoment } from './open-at-moment.ts';
import { outcomeTone, promiseChips } from './row-chips.ts';
import { rowDate } from './row-date.ts';
import styles from './call-row.module.css';

interface CallRowProps {
  /** Undefined while this part of the list is on its way. */
  hit: CallHit | undefined;
  /** True for the one row that Tab reaches. */
  reachable: boolean;
  /** The moment of this row is being played. */
  playing: boolean;
  onPlay: (hit: CallHit) => void;
}

// Made once: what is the same element is not drawn again.
const playSign = <Play size={12} aria-hidden="true" />;
const stopSign = <Square size={12} aria-hidden="true" />;

export const CallRow = memo(function CallRow({ hit, reachable, playing, onPlay }: CallRowProps) {
  const t = useWords('calls');
  const search = useWords('search');
  const common = useWords('common');
  const importing = useWords('import');
  const id = useId();
  if (!hit) return <div className={styles.waiting} aria-hidden="true" />;

  const { moment, outcome } = hit;
  const { day, time } = rowDate(hit.startedAtMs);
  const atMs = moment?.fromMs ?? null;
  const tabIndex = reachable ? 0 : -1;
  const openMoment = (event: MouseEvent) => {
    if (atMs === null) return;
    event.preventDefault();
    openAtMoment(hit.callId, atMs);
  };
  return (
    <div className={styles.row} data-playing={playing || undefined}>
      <span className={styles.when} id={`${id}-when`}>
        <time dateTime={new Date(hit.startedAtMs).toISOString()}>
          {day}
          <small>{time}</small>
        </time>
      </span>
      <span className={styles.company}>
        <a
          href={callHref(hit.callId)}
          className={styles.link}
          tabIndex={tabIndex}
          aria-describedby={`${id}-when ${id}-moment`}
          {...{ [rowLinkAttribute]: true }}
        >
          {hit.company ? (
            <Highlighted text={hit.company} matches={hit.companyMatches} />
          ) : (
            <span className={styles.nobody}>{common('unknownCompany')}</span>
          )}
        </a>
        {(hit.title || hit.case) && <small className={styles.about}>{hit.title || hit.case}</small>}
      </span>
      <span className={styles.moment} id={`${id}-moment`}>
        {moment && moment.kind !== 'company' && <MomentText moment={moment} />}
        {hit.moreMoments > 0 && (
          <small className={styles.more}>{t('row.more', { count: hit.moreMoments })}</small>
        )}
      </span>
      <span className={styles.at}>
        {atMs !== null && (
          <button
            type="button"
            className={styles.play}
            tabIndex={tabIndex}
            aria-label={playing ? search('play.stop') : search('play.play', { time: clock(atMs) })}
            aria-keyshortcuts="Space"
            onClick={() => onPlay(hit)}
          >
            {playing ? stopSign : playSign}
          </button>
        )}
        {atMs !== null && (
          <a
            href={callHref(hit.callId, atMs)}
            className={styles.momentLink}
            tabIndex={tabIndex}
            aria-label={t('row.open', { time: clock(atMs) })}
            onClick={openMoment}
          >
            {clock(atMs)}
          </a>
        )}
      </span>
      <span className={styles.length}>
        {clock(hit.durationMs)}
        {hit.imported && <Sign icon={Import} means={importing('sign')} />}
        {hit.recovered && <Sign icon={RotateCcw} means={t('row.recovered')} />}
        {hit.gapCount > 0 && <Sign icon={Unplug} means={t('row.gaps', { count: hit.gapCount })} />}
      </span>
      <span className={styles.outcome}>
        {outcome && <Chip tone={outcomeTone[outcome]}>{common(`outcome.${outcome}`)}</Chip>}
      </span>
      <span className={styles.promises}>
        {promiseChips(hit.promises).map(({ status, count, tone }) => (
          <Chip key={status} tone={tone}>
            {t(`row.${status}`, { count })}
          </Chip>
        ))}
      </span>
    </div>
  );
});

/** A small sign; what it means is said when pointed at, and to a screen reader. */
function Sign({ icon: Icon, means }: { icon: LucideIcon; means: string }) {
  return (
    <span className={styles.sign} title={means}>
      <Icon size={13} aria-hidden="true" />
      <span className={styles.unseen}>{means}</span>
    </span>
  );
}
