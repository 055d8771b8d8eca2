// Where calls are made from and to, what the rules there ask for, and the words the user says about recording.
import { situations } from '../../../contract/consent.ts';
import { PlaceRules } from '../consent/place-rules.tsx';
import { SayingBox } from '../consent/saying.tsx';
import { useWords } from '../i18n.ts';
import type { SettingsPartProps } from './change.ts';
import styles from './settings-screen.module.css';

export function ConsentSettings({ settings, change }: SettingsPartProps) {
  const t = useWords('consent');
  return (
    <>
      <div className={styles.source}>
        <PlaceRules places={settings.places} onChange={(places) => change({ places })} />
        <p className={styles.about}>{t('rules.defaults')}</p>
      </div>
      <fieldset className={styles.group}>
        <legend>{t('settings.sayings')}</legend>
        <p className={styles.about}>{t('settings.sayingsAbout')}</p>
        {situations.map((situation) => (
          <SayingBox key={situation} situation={situation} label={t(`card.${situation}`)} />
        ))}
      </fieldset>
    </>
  );
}
