// Adds to the timeline what no call holds: a note in words, letters and screenshots.
import { Paperclip } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useWords } from '../i18n.ts';
import { today } from '../promise/understood.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useAttach } from './use-attach.ts';
import { useCase } from './use-case.ts';
import { useKeptText } from './use-kept-text.ts';
import styles from './timeline.module.css';

export function Composer() {
  const t = useWords('case');
  const { name, save } = useCase();
  const { attach } = useAttach();
  const { text, write, add: addText } = useKeptText(`note ${name}`);
  const isEmpty = text.trim() === '';
  const add = () => {
    if (isEmpty) return;
    const addedAt = new Date().toISOString();
    const note = { id: crypto.randomUUID(), on: today(), addedAt, text: text.trim() };
    addText(() => save({ kind: 'put-note', note }));
  };
  return (
    <div className={styles.composer}>
      <TextField
        label={t('notes.label')}
        labelHidden
        placeholder={t('notes.hint')}
        rows={2}
        value={text}
        onChange={write}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          add();
        }}
      />
      <div className={styles.adds}>
        <Button isDisabled={isEmpty} onPress={add}>
          {t('notes.button')}
        </Button>
        <FileTrigger allowsMultiple onSelect={(files) => files && void attach([...files])}>
          <Button aria-describedby="about-files">
            <Paperclip size={15} aria-hidden="true" />
            {t('files.add')}
          </Button>
        </FileTrigger>
        <span id="about-files" className={styles.hint}>
          {t('files.about')}
        </span>
      </div>
    </div>
  );
}
