// The timeline of a case: all that happened, with a box to add what no call holds.
import { ArrowDownUp } from 'lucide-react';
import { useState } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useQuotes } from '../live/use-quotes.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Composer } from './composer.tsx';
import { timelineOf } from './timeline.ts';
import { TimelineRow } from './timeline-row.tsx';
import styles from './timeline.module.css';

export function Timeline({ view }: { view: CaseView }) {
  const t = useWords('case');
  const [newestFirst, setNewestFirst] = useState(true);
  const checks = useRequest('cases:check-files', [view.name], {
    enabled: (view.file?.files.length ?? 0) > 0,
  });
  const quotes = useQuotes();
  const entries = timelineOf(view);
  if (newestFirst) entries.reverse();
  const older = view.calls - view.newest.length;
  return (
    <section className={styles.part} aria-label={t('timeline.title')}>
      <div className={styles.head}>
        <h2>{t('timeline.title')}</h2>
        <Button
          variant="quiet"
          aria-label={`${t('timeline.order')}: ${t(newestFirst ? 'timeline.newest' : 'timeline.oldest')}`}
          onPress={() => setNewestFirst(!newestFirst)}
        >
          <ArrowDownUp size={15} aria-hidden="true" />
          {t(newestFirst ? 'timeline.newest' : 'timeline.oldest')}
        </Button>
      </div>
      {!view.unreadable && <Composer />}
      {entries.length === 0 ? (
        <p className={styles.none}>{t('timeline.empty')}</p>
      ) : (
        <Card>
          <ol className={styles.list} aria-label={t('timeline.list')}>
            {entries.map((entry) => (
              <TimelineRow key={entry.key} entry={entry} view={view} checks={checks.data} quotes={quotes} />
            ))}
          </ol>
        </Card>
      )}
      {older > 0 && <p className={styles.none}>{t('timeline.older', { count: older })}</p>}
    </section>
  );
}
