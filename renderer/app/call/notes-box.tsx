// What the caller wants to remember about the call, in their own words.
import { useWords } from '../i18n.ts';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { CallEditor } from './call-editor.ts';
import { useDraft } from './use-draft.ts';
import styles from './notes-box.module.css';

export function NotesBox({ notes, editor }: { notes: string; editor: CallEditor }) {
  const t = useWords('call');
  const draft = useDraft(notes, editor, (text) => ({ on: 'call', patch: { notes: text } }));
  return (
    <Card padded className={styles.notes}>
      <h2>{t('notes.label')}</h2>
      <TextField
        label={t('notes.label')}
        labelHidden
        placeholder={t('notes.hint')}
        rows={5}
        value={draft.text}
        onChange={draft.write}
        onBlur={draft.leave}
      />
    </Card>
  );
}
