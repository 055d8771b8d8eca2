// One call in the trash: which it is, since when it is here, and what becomes of it.
import { RotateCcw } from 'lucide-react';
import type { Fate, TrashedCall } from '../../../contract/trash.ts';
import { useWords, type Words } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { clock, dateTime, shortDate, timeOfDay } from '../ui/format.ts';
import { shortNames } from './names.ts';
import styles from './trash-row.module.css';

const dayMs = 24 * 3600 * 1000;

interface TrashRowProps {
  call: TrashedCall;
  onRestore: () => void;
  onDelete: () => void;
}

export function TrashRow({ call, onRestore, onDelete }: TrashRowProps) {
  const t = useWords('trash');
  const common = useWords('common');
  const { startedAtMs, durationMs, fate } = call;
  const named = shortNames(call, common('unknownCompany'));
  return (
    <li className={styles.row}>
      <span className={styles.which}>
        <span className={styles.company} data-nobody={!call.company.trim() || undefined}>
          {named.company}
        </span>
        <small>
          <time dateTime={new Date(startedAtMs).toISOString()}>
            {shortDate(startedAtMs)}, {timeOfDay(startedAtMs)}
          </time>
          {durationMs !== null && ` · ${clock(durationMs)}`}
        </small>
      </span>
      <span className={styles.fate}>
        <span
          className={styles.when}
          data-kind={fate.kind}
          title={fate.kind === 'goes' ? t('fate.exactly', { date: dateTime(fate.atMs) }) : undefined}
        >
          {fateWords(fate, t)}
        </span>
        <small>{sinceWords(call, t)}</small>
      </span>
      <span className={styles.actions}>
        <Button onPress={onRestore} aria-label={t('restoreWhich', named)}>
          <RotateCcw size={15} aria-hidden="true" />
          {t('restore')}
        </Button>
        <Button variant="quiet" onPress={onDelete} aria-label={t('deleteWhich', named)}>
          {t('delete')}
        </Button>
      </span>
    </li>
  );
}

function fateWords(fate: Fate, t: Words<'trash'>): string {
  if (fate.kind === 'kept') return t(`fate.${fate.because}`);
  const days = Math.ceil((fate.atMs - Date.now()) / dayMs);
  return days > 0 ? t('fate.goes', { count: days }) : t('fate.next');
}

function sinceWords({ trashed, fate }: TrashedCall, t: Words<'trash'>): string {
  if (fate.kind === 'kept' && fate.because === 'open-case') return `“${fate.case}”`;
  if (trashed === null) return t('row.since');
  const date = shortDate(trashed.atMs);
  return trashed.why === 'by-hand' ? t('row.byHand', { date }) : t('row.byRule', { date });
}
