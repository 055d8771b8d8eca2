// What every part of the settings is given.
import type { Settings } from '../../../contract/settings.ts';

export interface SettingsPartProps {
  settings: Settings;
  change: (patch: Partial<Settings>) => void;
}
