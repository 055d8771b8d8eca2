// The line below: what is wrong, before what was just saved.
import type { RecordingView } from '../../../contract/recording.ts';
import { useWords } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { situationOf, type Situation } from '../live/situation.ts';
import { useSituationWords } from '../live/situation-words.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import styles from './control.module.css';

interface ControlLineProps {
  view: RecordingView;
  running: RunningState;
  said: string;
}

export function ControlLine({ view, running, said }: ControlLineProps) {
  const t = useWords('recording');
  const situation = situationOf(view, running.mode);
  return (
    <LiveRegion>
      {situation && <Wrong situation={situation} />}
      {!situation && running.phase === 'paused' && <p className={styles.line}>{t('paused.title')}</p>}
      {!situation && running.phase === 'recording' && said !== '' && <p className={styles.line}>{said}</p>}
    </LiveRegion>
  );
}

function Wrong({ situation }: { situation: Situation }) {
  const { what, next } = useSituationWords(situation);
  return (
    <p className={styles.line} data-wrong title={next}>
      {what}
    </p>
  );
}
