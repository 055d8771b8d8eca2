// What every part of the settings is given.
import type { Settings, SettingsPatch } from '../../../contract/settings.ts';

export interface SettingsPartProps {
  settings: Settings;
  change: (patch: SettingsPatch) => void;
}
