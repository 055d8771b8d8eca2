// Light, dark, or as the system does.
import { themes } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { Choice } from '../ui/choice.tsx';
import type { SettingsPartProps } from './change.ts';

export function ThemeSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('settings');
  return (
    <Choice
      label={t('look.theme')}
      options={themes.map((id) => ({ id, label: t(`look.${id}`) }))}
      value={settings.theme}
      onChange={(theme) => change({ theme })}
    />
  );
}
