// How much was found, and how fast: said quietly inside the search box, and aloud to a screen reader when it changes.
import { useWords } from '../i18n.ts';
import { count } from '../ui/format.ts';
import type { CallSearch } from './use-call-search.ts';
import styles from './search-box.module.css';

export function FoundLine({ found, searched }: { found: CallSearch; searched: boolean }) {
  const t = useWords('calls');
  const calls = t('found.calls', { count: found.calls, shown: count(found.calls) });
  const moments = t('found.moments', { count: found.moments, shown: count(found.moments) });
  const took = found.tookMs < 1 ? t('found.atOnce') : t('found.took', { shown: Math.round(found.tookMs) });
  const silent = found.loading || found.failure !== null;
  return (
    <output className={styles.found}>
      {!silent && calls}
      {!silent && found.moments > 0 && <span className={styles.more}>, {moments}</span>}
      {!silent && searched && <span className={styles.more}>, {took}</span>}
    </output>
  );
}
