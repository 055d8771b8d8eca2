// Whether the desktop reminds of promises that fall due, and whether On Record goes on for that when its window is closed.
import { closings, reminderChoices } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { Choice } from '../ui/choice.tsx';
import type { SettingsPartProps } from './change.ts';

export function ReminderSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('promises');
  return (
    <>
      <Choice
        label={t('settings.reminders')}
        options={reminderChoices.map((id) => ({
          id,
          label: t(`settings.${id}`),
          about: t(`settings.${id}About`),
        }))}
        value={settings.reminders}
        onChange={(reminders) => change({ reminders })}
      />
      <Choice
        label={t('settings.whenClosed')}
        options={closings.map((id) => ({ id, label: t(`settings.${id}`), about: t(`settings.${id}About`) }))}
        value={settings.whenClosed}
        onChange={(whenClosed) => change({ whenClosed })}
      />
    </>
  );
}
