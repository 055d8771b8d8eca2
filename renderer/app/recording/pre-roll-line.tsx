// Says that what is heard now waits in memory, and how much of it there is; or why nothing does.
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { preRollMs, type RecordingMode, type RecordingView } from '../../../contract/recording.ts';
import type { PreRoll } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import styles from './pre-roll-line.module.css';

interface PreRollLineProps {
  preRoll: RecordingView['preRoll'];
  mode: RecordingMode;
  setting: PreRoll | undefined;
}

export function PreRollLine({ preRoll, mode, setting }: PreRollLineProps) {
  const t = useWords('preRoll');
  const refused = setting === 'last-minute' && mode === 'tell-first';
  return (
    <>
      {preRoll && <Waiting sinceMs={preRoll.sinceMs} />}
      {refused && (
        <p className={styles.line}>
          <History className={styles.icon} size={16} aria-hidden="true" />
          {t('notInMode')}
        </p>
      )}
      {/* Spoken once: the seconds are for the eye. */}
      <LiveRegion unseen>{preRoll ? t('waits') : refused && t('notInMode')}</LiveRegion>
    </>
  );
}

function Waiting({ sinceMs }: { sinceMs: number }) {
  const t = useWords('preRoll');
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const count = Math.floor(Math.min(preRollMs, Math.max(0, nowMs - sinceMs)) / 1_000);
  return (
    <p className={styles.line}>
      <History className={styles.icon} size={16} aria-hidden="true" />
      {count > 0 ? t('waiting', { count }) : t('waits')}
    </p>
  );
}
