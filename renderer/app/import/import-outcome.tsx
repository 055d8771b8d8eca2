// What became of the files that are worth a word: those that were refused and why, and those that came in with something missing.
import type { ReactNode } from 'react';
import type { CallId } from '../../../contract/call.ts';
import type { ImportView } from '../../../contract/import.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import styles from './import-outcome.module.css';

export function ImportOutcome({ view }: { view: ImportView }) {
  const t = useWords('import');
  const noted = view.imported.filter(({ notes }) => notes.length > 0);
  if (view.refused.length + noted.length + view.already.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('details')}>
      {view.refused.map(({ name, reason, what }, at) => (
        <Line key={`refused-${at}`} name={name} tone="refused">
          {t(`reason.${reason}`, { what })}
        </Line>
      ))}
      {noted.map(({ name, callId, notes }) => (
        <Line key={callId} name={name} callId={callId}>
          {notes.map((note) => t(`note.${note}`)).join(' ')}
        </Line>
      ))}
      {view.already.map(({ name, callId }, at) => (
        <Line key={`already-${at}`} name={name} callId={callId}>
          {t('alreadyHere')}
        </Line>
      ))}
    </ul>
  );
}

interface LineProps {
  name: string;
  /** The call it became. */
  callId?: CallId;
  tone?: 'refused';
  children: ReactNode;
}

function Line({ name, callId, tone, children }: LineProps) {
  const t = useWords('import');
  return (
    <li className={styles.line} data-tone={tone}>
      <span className={styles.name}>{name}</span>
      <span className={styles.why}>{children}</span>
      {callId && (
        <a className={styles.open} href={callHref(callId)} aria-label={`${t('open')}: ${name}`}>
          {t('open')}
        </a>
      )}
    </li>
  );
}
