// The words to say in one situation: read them out, or put them your own way. Your words are kept in the settings.
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Situation } from '../../../contract/consent.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { sayingIn, useWords } from '../i18n.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ownLanguage } from './saying-language.ts';
import styles from './saying.module.css';

/** The words for a situation: the user's own, or the app's in the user's language. */
function useSaying(situation: Situation) {
  const settings = useRequest('settings:read', []).data;
  const sayings = settings?.sayings;
  const language = settings?.sayingLanguage ?? ownLanguage();
  const suggested = sayingIn(language)(situation);
  const own = sayings?.[situation] ?? null;
  const save = async (text: string) => {
    if (!sayings) return;
    const isOwn = text.trim() !== '' && text !== suggested;
    await ask('settings:change', { sayings: { ...sayings, [situation]: isOwn ? text : null } });
  };
  // In which language the user's own words are is not known.
  const lang = own === null ? language : undefined;
  return { words: own ?? suggested, lang, suggested, isOwn: own !== null, save };
}

export function Saying({ situation }: { situation: Situation }) {
  const t = useWords('consent');
  const [editing, setEditing] = useState(false);
  const { words, lang } = useSaying(situation);
  if (editing) {
    return (
      <div className={styles.saying}>
        <SayingBox situation={situation} label={t('saying.box')} />
        <Button onPress={() => setEditing(false)}>{t('saying.done')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.saying}>
      <blockquote className={styles.words} lang={lang}>
        “{words}”
      </blockquote>
      <Button variant="quiet" icon aria-label={t('saying.edit')} onPress={() => setEditing(true)}>
        <Pencil size={15} aria-hidden="true" />
      </Button>
    </div>
  );
}

/** The words, to be changed; emptied, they are the app's again. */
export function SayingBox({ situation, label }: { situation: Situation; label: string }) {
  const t = useWords('consent');
  const { words, suggested, isOwn, save } = useSaying(situation);
  const text = useSavedText(words, save, situation);
  const reset = () => {
    text.change(suggested);
    text.flush();
  };
  return (
    <div className={styles.edit}>
      <TextField
        label={label}
        rows={3}
        maxLength={2000}
        value={text.text}
        onChange={text.change}
        onBlur={text.flush}
      />
      {isOwn && (
        <Button variant="quiet" onPress={reset}>
          {t('saying.reset')}
        </Button>
      )}
    </div>
  );
}
