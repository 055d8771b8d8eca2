// Before a call: how to record it, what one click will do, and the reminder to tell them.
import { Folder, MessageCircle, Mic, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Places } from '../../../contract/call.ts';
import { recordingModes, type RecordingMode } from '../../../contract/recording.ts';
import { ask } from '../bridge.ts';
import { PlaceRulesLine } from '../consent/place-rules.tsx';
import { useWords } from '../i18n.ts';
import { useRecorder } from '../live/recorder.ts';
import { recordKeys } from '../record-keys.ts';
import { reportFailure } from '../report.ts';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/choice.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './ready.module.css';

interface ReadyProps {
  mode: RecordingMode;
  places: Places;
}

export function Ready({ mode, places }: ReadyProps) {
  const t = useWords('recording');
  const options = recordingModes.map((id) => ({
    id,
    label: t(`mode.${id}.name`),
    about: t(`mode.${id}.about`),
  }));
  return (
    <Card className={styles.card}>
      <Choice
        label={t('modeLabel')}
        options={options}
        value={mode}
        onChange={(chosen) => void ask('settings:change', { mode: chosen }).catch(reportFailure)}
      />
      <div className={styles.rules}>
        <PlaceRulesLine
          places={places}
          onChange={(chosen) =>
            useRecorder.setState((recorder) => ({ draft: { ...recorder.draft, places: chosen } }))
          }
        />
      </div>
      <ul className={styles.points}>
        <Point icon={Mic} title={t('ready.click')}>
          {t('ready.clickAbout')} <Kbd>{recordKeys.shown}</Kbd> {t('ready.anywhere')}
        </Point>
        <Point icon={MessageCircle} title={t('ready.tell')}>
          {t('ready.tellAbout')}
        </Point>
        <Point icon={Folder} title={t('ready.keep')}>
          {t('ready.keepAbout')}
        </Point>
      </ul>
    </Card>
  );
}

function Point({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <li className={styles.point}>
      <Icon className={styles.icon} size={20} strokeWidth={1.75} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{children}</p>
    </li>
  );
}
