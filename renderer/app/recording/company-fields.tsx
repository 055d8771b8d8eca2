// The phone number and the account note of a company: written once, there at every call.
import type { CompanyFacts } from '../../../contract/library.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { useSavedText } from '../saved-text.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './desk.module.css';

export function CompanyFields({ company, facts }: { company: string; facts: CompanyFacts }) {
  const t = useWords('desk');
  const save = (field: keyof CompanyFacts) => (text: string) =>
    ask('companies:describe', company, field, text);
  const phone = useSavedText(facts.phone, save('phone'), company);
  const note = useSavedText(facts.note, save('note'), company);
  return (
    <div className={styles.fields}>
      <TextField
        label={t('phone')}
        placeholder={t('phoneHint')}
        type="tel"
        value={phone.text}
        onChange={phone.change}
        onBlur={phone.flush}
      />
      <TextField
        label={t('note')}
        placeholder={t('noteHint')}
        value={note.text}
        onChange={note.change}
        onBlur={note.flush}
      />
    </div>
  );
}
