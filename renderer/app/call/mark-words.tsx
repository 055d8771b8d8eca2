// What a mark says: its own words, and what is known without words.
import type { Mark } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { readableLength } from '../ui/format.ts';
import styles from './mark-row.module.css';

export function MarkWords({ mark }: { mark: Mark }) {
  const t = useWords('call');
  const common = useWords('common');
  const fact = mark.consent
    ? common(`consent.${mark.consent.event}`)
    : mark.kind === 'hold'
      ? readableLength(mark.toMs - mark.fromMs)
      : '';
  if (!mark.text && !fact) return <span className={styles.wordless}>{t('marks.wordless')}</span>;
  return (
    <span className={styles.words}>
      {mark.text}
      {mark.text && fact && ' — '}
      {fact && <span className={mark.text || mark.kind === 'hold' ? styles.fact : undefined}>{fact}</span>}
    </span>
  );
}
