// How a call is recorded, what of the time before it is kept, and how far back a promise reaches.
import { recordingModes } from '../../../contract/recording.ts';
import { preRolls } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { Choice } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import type { SettingsPartProps } from './change.ts';

const offeredSeconds = [0, 5, 10, 15, 20, 30, 60];

export function RecordingSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('settings');
  const recording = useWords('recording');
  const preRoll = useWords('preRoll');
  const modes = recordingModes.map((id) => ({
    id,
    label: recording(`mode.${id}.name`),
    about: recording(`mode.${id}.about`),
  }));
  const chosen = Math.round(settings.reachBackMs.promise / 1000);
  const seconds = [...new Set([...offeredSeconds, chosen])].sort((a, b) => a - b);
  const options = seconds.map((each) => ({
    id: String(each),
    label: each === 0 ? t('recording.noReach') : t('recording.reach', { count: each }),
  }));
  return (
    <>
      <Choice
        label={t('recording.mode')}
        options={modes}
        value={settings.mode}
        onChange={(mode) => change({ mode })}
      />
      <Choice
        label={preRoll('label')}
        options={preRolls.map((id) => ({ id, label: preRoll(`${id}.name`), about: preRoll(`${id}.about`) }))}
        value={settings.preRoll}
        onChange={(chosen) => change({ preRoll: chosen })}
      />
      <Select
        label={t('recording.promise')}
        options={options}
        value={String(chosen)}
        hint={t('recording.promiseAbout')}
        onChange={(each) =>
          change({ reachBackMs: { ...settings.reachBackMs, promise: Number(each) * 1000 } })
        }
      />
    </>
  );
}
