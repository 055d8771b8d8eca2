// The microphone and the other side, each with its live meter to see that it is the right one, and where quotes are played.
import type { Device } from '../../../contract/recording.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { usePlaybackDevices } from '../live/playback-devices.ts';
import { useRecorder } from '../live/recorder.ts';
import { SideMeter } from '../live/side-meter.tsx';
import { Select } from '../ui/select.tsx';
import type { SettingsPartProps } from './change.ts';
import styles from './settings-screen.module.css';

/** Stands for the system's default, which has no label. */
const systemDefault = '';

export function SoundSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('settings');
  const devices = useRequest('devices:list', []).data;
  const sources = useRecorder((recorder) => recorder.view?.sources);
  const playbackDevices = usePlaybackDevices();
  const labelsOf = (found: readonly Device[] = []) => found.map((device) => device.label);
  const options = (found: readonly string[], chosen: string | null) => {
    const labels = new Set(found);
    const gone = chosen !== null && !labels.has(chosen);
    return [
      { id: systemDefault, label: t('sound.default') },
      ...[...labels].map((label) => ({ id: label, label })),
      ...(gone ? [{ id: chosen, label: t('sound.gone', { label: chosen }) }] : []),
    ];
  };
  return (
    <>
      <div className={styles.source}>
        <Select
          label={t('sound.microphone')}
          options={options(labelsOf(devices?.microphones), settings.microphone)}
          value={settings.microphone ?? systemDefault}
          onChange={(label) => change({ microphone: label || null })}
        />
        {sources && <SideMeter side="you" source={sources.you} compact />}
        <p className={styles.about}>{t('sound.microphoneAbout')}</p>
      </div>
      <div className={styles.source}>
        <Select
          label={t('sound.output')}
          options={options(labelsOf(devices?.outputs), settings.output)}
          value={settings.output ?? systemDefault}
          onChange={(label) => change({ output: label || null })}
        />
        {sources && (
          <SideMeter side="them" source={sources.them} unused={settings.mode === 'microphone'} compact />
        )}
        <p className={styles.about}>{t('sound.outputAbout')}</p>
      </div>
      <div className={styles.source}>
        <Select
          label={t('sound.playback')}
          options={options(playbackDevices, settings.playback)}
          value={settings.playback ?? systemDefault}
          onChange={(label) => change({ playback: label || null })}
        />
        <p className={styles.about}>{t('sound.playbackAbout')}</p>
      </div>
    </>
  );
}
