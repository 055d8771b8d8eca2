// Every call of a company over time: a picture to see it at once, and a table with the same numbers.
import { Component, lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { Scorecard } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CallsTable } from './calls-table.tsx';
import { PromiseSign, shownStatuses } from './promise-sign.tsx';
import { useWidth } from './use-width.ts';
import styles from './picture.module.css';

// The charting library is as large as the rest of the window: it is loaded when the first picture is.
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }));

export function Picture({ scorecard }: { scorecard: Scorecard }) {
  const t = useWords('company');
  const id = useId();
  const [table, setTable] = useState(false);
  const [box, widthPx] = useWidth<HTMLDivElement>();
  const { newest, calls } = scorecard;
  const title = newest.length < calls ? t('picture.newest', { count: newest.length }) : t('picture.title');
  return (
    <Card className={styles.card}>
      <section className={styles.picture} aria-label={title}>
        <div className={styles.head}>
          <div className={styles.words}>
            <h2>{title}</h2>
            <p className={styles.legend}>
              <span>{t('picture.about')}</span>
              {shownStatuses.map((status) => (
                <span key={status} className={styles.sign}>
                  <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
                    <PromiseSign status={status} />
                  </svg>
                  {t(`picture.sign.${status}`)}
                </span>
              ))}
              <span className={styles.keys}>{t('picture.keys')}</span>
            </p>
          </div>
          <Button
            aria-expanded={table}
            aria-controls={table ? id : undefined}
            onPress={() => setTable(!table)}
          >
            {t(table ? 'picture.asPicture' : 'picture.asTable')}
          </Button>
        </div>
        <div ref={box} className={styles.box}>
          {widthPx > 0 && (
            <Unless said={<p className={styles.failed}>{t('picture.failed')}</p>}>
              <Suspense fallback={null}>
                <Chart calls={newest} widthPx={widthPx} />
              </Suspense>
            </Unless>
          )}
        </div>
        {table && <CallsTable id={id} calls={newest} title={title} />}
      </section>
    </Card>
  );
}

/** Whatever goes wrong with the picture stays there: the numbers are in the table. */
class Unless extends Component<{ said: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.said : this.props.children;
  }
}
