// Starts a case by giving it a name.
import { useState, type FormEvent } from 'react';
import type { FailureCode } from '../../../contract/failure.ts';
import { ask, asFailure } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { go } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './cases-screen.module.css';

export function NewCase({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords('cases');
  const common = useWords('common');
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const close = () => {
    setName('');
    setFailure(null);
    onClose();
  };
  const start = (event?: FormEvent) => {
    event?.preventDefault();
    if (name.trim() === '') return;
    ask('cases:add', name.trim()).then(
      (made) => {
        close();
        go({ screen: 'case', case: made.name });
      },
      (cause: unknown) => setFailure(asFailure(cause).code),
    );
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('new.title')}
      dismissable
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            {common('cancel')}
          </Button>
          <Button isDisabled={name.trim() === ''} onPress={() => start()}>
            {t('new.start')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={start}>
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever asked for a new case wants to name it
          autoFocus
          label={t('new.name')}
          labelHidden
          placeholder={t('new.hint')}
          value={name}
          onChange={setName}
          hint={t('new.about')}
        />
        {failure && <FailureNote code={failure} />}
      </form>
    </Dialog>
  );
}
