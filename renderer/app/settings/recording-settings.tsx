// How a call is recorded, what of the time before it is kept, and how far back each mark reaches.
import { recordingModes } from '../../../contract/recording.ts';
import { preRolls } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { Choice } from '../ui/choice.tsx';
import type { SettingsPartProps } from './change.ts';
import { ReachSettings } from './reach-settings.tsx';

export function RecordingSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('settings');
  const recording = useWords('recording');
  const preRoll = useWords('preRoll');
  const modes = recordingModes.map((id) => ({
    id,
    label: recording(`mode.${id}.name`),
    about: recording(`mode.${id}.about`),
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
      <ReachSettings settings={settings} change={change} />
    </>
  );
}
