// The letter after a call: drafted from its promises, to be changed, then copied or opened in the mail program.
import { Mail } from 'lucide-react';
import { useState } from 'react';
import type { Call, Confirmation } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { draftConfirmation } from '../confirmation/draft-confirmation.ts';
import { letterWords } from '../confirmation/letter-words.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dateTime } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import styles from './confirmation-card.module.css';

export function ConfirmationCard({ call }: { call: Call }) {
  const t = useWords('confirmation');
  const template = useRequest('settings:read', []).data?.confirmationTemplate ?? t('template');
  const [letter, setLetter] = useState<string | null>(null);
  const words = letterWords(call, t);
  const hasPromise = call.marks.some((mark) => mark.promise);
  const close = () => setLetter(null);
  const send = (how: Confirmation['how']) => {
    if (letter === null) return;
    ask('calls:confirm', call.id, how, { subject: t('subject', { when: words.when }), text: letter })
      .then((done) => {
        close();
        if (done.how !== how) notify(t('tooLong'));
      })
      .catch(reportFailure);
  };
  return (
    <Card padded className={styles.card}>
      <h2>{t('title')}</h2>
      <p className={styles.about}>{hasPromise ? t('about') : t('nothing')}</p>
      {(call.confirmations ?? []).map(({ at, how }) => (
        <p key={at} className={styles.done}>
          {t(how === 'mail' ? 'mailed' : 'copied', { when: dateTime(Date.parse(at)) })}
        </p>
      ))}
      <Button
        className={styles.write}
        isDisabled={!hasPromise}
        onPress={() => setLetter(draftConfirmation(template, call, words))}
      >
        <Mail size={16} aria-hidden="true" />
        {t('write')}
      </Button>
      <Dialog
        open={letter !== null}
        onClose={close}
        title={t('dialog')}
        actions={
          <>
            <Button variant="quiet" onPress={close}>
              {t('cancel')}
            </Button>
            <Button onPress={() => send('mail')}>{t('mail')}</Button>
            <Button onPress={() => send('copied')}>{t('copy')}</Button>
          </>
        }
      >
        <TextField label={t('letter')} labelHidden rows={12} value={letter ?? ''} onChange={setLetter} />
      </Dialog>
    </Card>
  );
}
