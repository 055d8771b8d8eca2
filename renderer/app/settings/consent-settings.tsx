// Where calls are made from and to, what the rules there ask for, and the words the user says about recording.
import { situations } from '../../../contract/consent.ts';
import { sayingLanguages } from '../../../contract/settings.ts';
import { PlaceRules } from '../consent/place-rules.tsx';
import { languageName, ownLanguage } from '../consent/saying-language.ts';
import { SayingBox } from '../consent/saying.tsx';
import { useWords } from '../i18n.ts';
import { Select } from '../ui/select.tsx';
import type { SettingsPartProps } from './change.ts';
import styles from './settings-screen.module.css';

export function ConsentSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('consent');
  const languages = [
    { id: 'own' as const, label: t('settings.sayingOwn', { language: languageName(ownLanguage()) }) },
    ...sayingLanguages.map((id) => ({ id, label: languageName(id) })),
  ];
  return (
    <>
      <div className={styles.source}>
        <PlaceRules places={settings.places} onChange={(places) => change({ places })} />
        <p className={styles.about}>{t('rules.defaults')}</p>
      </div>
      <fieldset className={styles.group}>
        <legend>{t('settings.sayings')}</legend>
        <p className={styles.about}>{t('settings.sayingsAbout')}</p>
        <Select
          label={t('settings.sayingLanguage')}
          options={languages}
          value={settings.sayingLanguage ?? 'own'}
          onChange={(id) => change({ sayingLanguage: id === 'own' ? null : id })}
        />
        {situations.map((situation) => (
          <SayingBox key={situation} situation={situation} label={t(`card.${situation}`)} />
        ))}
      </fieldset>
    </>
  );
}
