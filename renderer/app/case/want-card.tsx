// What would settle the dispute, in the user's words.
import { useWords } from '../i18n.ts';
import { useSavedText } from '../saved-text.ts';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useCase } from './use-case.ts';
import styles from './aims.module.css';

export function WantCard({ want }: { want: string }) {
  const t = useWords('case');
  const { name, save } = useCase();
  const text = useSavedText(want, (words) => save({ kind: 'want', text: words }), name);
  return (
    <Card padded className={styles.card}>
      <h2>{t('want.title')}</h2>
      <TextField
        label={t('want.title')}
        labelHidden
        placeholder={t('want.hint')}
        rows={3}
        value={text.text}
        onChange={text.change}
        onBlur={text.flush}
      />
    </Card>
  );
}
