// At the foot of the window, on whatever screen is open: how far an import has come, and in the end what became of each file.
import { CircleCheck, FileWarning, Hourglass } from 'lucide-react';
import type { ImportView } from '../../../contract/import.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import styles from './import-strip.module.css';
import { cancelImport, dismissImport, useImport } from './use-import.ts';

export function ImportStrip() {
  const t = useWords('import');
  const view = useImport();
  const isOver = view?.phase === 'done' || view?.phase === 'cancelled';
  const said = useSaid(view);
  return (
    <>
      <LiveRegion unseen>{view && view.phase !== 'running' && said}</LiveRegion>
      {view && (
        <section className={styles.strip} aria-label={t('region')}>
          <div className={styles.head}>
            <Sign view={view} />
            <div className={styles.words}>
              <p className={styles.what}>{said}</p>
              {isOver ? <Sums view={view} /> : <p className={styles.name}>{view.current?.name}</p>}
            </div>
            {isOver ? (
              <Button onPress={dismissImport}>{t('close')}</Button>
            ) : (
              <Button onPress={cancelImport} isDisabled={view.phase === 'cancelling'}>
                {t('cancel')}
              </Button>
            )}
          </div>
          {isOver ? <ImportOutcome view={view} /> : <Bar view={view} />}
        </section>
      )}
    </>
  );
}

function useSaid(view: ImportView | null): string {
  const t = useWords('import');
  if (view === null) return '';
  const at = Math.min(view.total, view.dealtWith + 1);
  const count = view.imported.length;
  switch (view.phase) {
    case 'running':
      return view.total === 0 ? t('looking') : t('running', { at, total: view.total });
    case 'held':
      return t('held', { at, total: view.total });
    case 'cancelling':
      return t('cancelling');
    case 'cancelled':
      return count === 0 ? t('cancelledNone') : t('cancelled', { count });
    case 'done':
      if (view.total === 0) return t('noRecordings');
      return count === 0 ? t('doneNone') : t('done', { count });
  }
}

function Sign({ view }: { view: ImportView }) {
  if (view.phase === 'held') return <Hourglass className={styles.sign} size={18} aria-hidden="true" />;
  if (view.phase === 'done' && view.refused.length === 0 && view.total > 0)
    return <CircleCheck className={styles.good} size={18} aria-hidden="true" />;
  return view.phase === 'done' && (view.refused.length > 0 || view.total === 0) ? (
    <FileWarning className={styles.warn} size={18} aria-hidden="true" />
  ) : null;
}

/** `1 was here already · 2 could not be imported` */
function Sums({ view }: { view: ImportView }) {
  const t = useWords('import');
  const noted = view.imported.filter(({ notes }) => notes.length > 0).length;
  const sums = [
    view.already.length > 0 && t('already', { count: view.already.length }),
    view.refused.length > 0 && t('refused', { count: view.refused.length }),
    noted > 0 && t('noted', { count: noted }),
    view.total === 0 && t('noRecordingsWhat'),
  ].filter((sum) => sum !== false);
  return sums.length > 0 ? <p className={styles.sums}>{sums.join(' · ')}</p> : null;
}

function Bar({ view: { dealtWith, total, current } }: { view: ImportView }) {
  const t = useWords('import');
  const part = total === 0 ? 0 : (dealtWith + (current?.part ?? 0)) / total;
  return <progress className={styles.bar} aria-label={t('progress')} max={1} value={part} />;
}
