// What a rule would move to the trash at this moment, call by call, and what it would leave: shown before it is turned on.
import { useEffect, useState } from 'react';
import type { AgedCall, RetentionPreview, RetentionRule, StayReason } from '../../../contract/trash.ts';
import { ask } from '../bridge.ts';
import { useChange } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { clock, shortDate } from '../ui/format.ts';
import { notify } from '../ui/toast.tsx';
import { timeKept } from './time-kept.ts';
import styles from './retention-dialog.module.css';

const rowsAtOnce = 200;

interface RetentionDialogProps {
  rule: RetentionRule;
  /** The rule that is on. */
  now: RetentionRule | null;
  onClose: () => void;
}

export function RetentionDialog({ rule, now, onClose }: RetentionDialogProps) {
  const t = useWords('trash');
  const common = useWords('common');
  // Looked at anew each time it is opened: what is shown is what holds now.
  const { mutate: look, data: preview, error } = useChange('retention:preview');
  const { months } = rule;
  useEffect(() => look([{ months }]), [look, months]);

  const isOn = now?.months === months;
  // Nobody has to wait at this dialog: moving a thousand calls takes a while.
  const turnOn = ({ go }: RetentionPreview) => {
    const shown = go.map(({ callId }) => callId);
    ask('retention:turn-on', rule, shown)
      .then((moved) => {
        const said = moved > 0 ? t('preview.moved', { count: moved }) : t('preview.movedNone');
        notify(moved < shown.length ? `${said} ${t('preview.fewer')}` : said);
      })
      .catch(reportFailure);
    onClose();
  };
  const time = timeKept(rule, t);
  return (
    <Dialog
      open
      onClose={onClose}
      title={isOn ? t('preview.now', { time }) : t('preview.ask', { time })}
      actions={
        <>
          {preview && !isOn && (
            <Button onPress={() => turnOn(preview)}>
              {preview.go.length > 0 ? t('preview.move', { count: preview.go.length }) : t('preview.turnOn')}
            </Button>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to the safe answer */}
          <Button autoFocus onPress={onClose}>
            {isOn ? common('close') : common('cancel')}
          </Button>
        </>
      }
    >
      {error && <FailureNote code={error.code} onRetry={() => look([rule])} />}
      {!error && !preview && <output>{t('preview.loading')}</output>}
      {preview && <Preview preview={preview} />}
    </Dialog>
  );
}

function Preview({ preview: { go, stay } }: { preview: RetentionPreview }) {
  const t = useWords('trash');
  const [oldest, newest] = [go[0], go.at(-1)];
  return (
    <>
      <p>
        {oldest && newest
          ? t('preview.go', {
              count: go.length,
              oldest: shortDate(oldest.startedAtMs),
              newest: shortDate(newest.startedAtMs),
            })
          : t('preview.none')}
      </p>
      <p className={styles.then}>{t('preview.then')}</p>
      {go.length > 0 && <Calls title={t('preview.wouldGo', { count: go.length })} calls={go} />}
      {stay.length > 0 && <Calls title={t('preview.wouldStay', { count: stay.length })} calls={stay} />}
    </>
  );
}

function Calls({ title, calls }: { title: string; calls: readonly (AgedCall & { because?: StayReason })[] }) {
  const t = useWords('trash');
  const common = useWords('common');
  const [shown, setShown] = useState(rowsAtOnce);
  const rest = Math.min(rowsAtOnce, calls.length - shown);
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard */}
      <section className={styles.scroller} aria-label={title} tabIndex={0}>
        <ul>
          {calls.slice(0, shown).map(({ callId, company, startedAtMs, durationMs, because }) => (
            <li key={callId} className={styles.call}>
              <time dateTime={new Date(startedAtMs).toISOString()}>{shortDate(startedAtMs)}</time>
              <span className={styles.company}>{company.trim() || common('unknownCompany')}</span>
              {because ? (
                <span className={styles.because}>{t(`preview.because.${because}`)}</span>
              ) : (
                <span className={styles.length}>{clock(durationMs)}</span>
              )}
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <Button variant="quiet" onPress={() => setShown(shown + rowsAtOnce)}>
            {t('more', { count: rest })}
          </Button>
        )}
      </section>
    </div>
  );
}
