// What a clock says in a few words: from when a step may be open, and how many days that is from now.
import type { RuleClock, RuleMeaning } from '../../../contract/escalation.ts';
import { useWords } from '../i18n.ts';
import { readableDay } from '../promise/format.ts';
import { shortDate } from '../ui/format.ts';
import styles from './clock-line.module.css';

interface ClockLineProps {
  clock: Extract<RuleClock, { state: 'waiting' | 'reached' }>;
  means: RuleMeaning;
}

/** A whole sentence, for a card. */
export function ClockLine({ clock, means }: ClockLineProps) {
  const t = useWords('case');
  const day = readableDay(clock.from);
  const words = {
    opens: { waiting: t('clock.opens', { day }), reached: t('clock.opened', { day }) },
    'answer-due': { waiting: t('clock.answerDue', { day }), reached: t('clock.answerWasDue', { day }) },
  };
  return (
    <p className={styles.line} data-state={clock.state}>
      <strong>{words[means][clock.state]}</strong> <Days clock={clock} />
    </p>
  );
}

/** For a row of a list. */
export function ClockNote({ clock }: Pick<ClockLineProps, 'clock'>) {
  const t = useWords('case');
  const day = shortDate(Date.parse(`${clock.from}T12:00:00`));
  return (
    <span className={styles.note} data-state={clock.state}>
      {t(clock.state === 'reached' ? 'clock.short.opened' : 'clock.short.opens', { day })}{' '}
      <small>
        <Days clock={clock} />
      </small>
    </span>
  );
}

function Days({ clock }: Pick<ClockLineProps, 'clock'>) {
  const t = useWords('case');
  const said =
    clock.state === 'waiting'
      ? t('clock.daysLeft', { count: clock.daysLeft })
      : t('clock.daysSince', { count: clock.daysSince });
  return <span className={styles.days}>{said}</span>;
}
