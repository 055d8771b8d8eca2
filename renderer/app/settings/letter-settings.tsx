// The letter after a call, in the user's own words.
import { useState } from 'react';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SettingsPartProps } from './change.ts';

export function LetterSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('confirmation');
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? settings.confirmationTemplate ?? t('template');
  const save = () => {
    const own = text.trim() === '' || text === t('template') ? null : text;
    setDraft(null);
    if (own !== settings.confirmationTemplate) change({ confirmationTemplate: own });
  };
  return (
    <>
      <TextField
        label={t('settings.label')}
        hint={t('settings.about')}
        rows={9}
        value={text}
        onChange={setDraft}
        onBlur={save}
      />
      {settings.confirmationTemplate !== null && (
        <Button
          variant="quiet"
          onPress={() => {
            setDraft(null);
            change({ confirmationTemplate: null });
          }}
        >
          {t('settings.reset')}
        </Button>
      )}
    </>
  );
}
