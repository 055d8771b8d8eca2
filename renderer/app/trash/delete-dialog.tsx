// Asks once before a call goes for good, and says what stays of it.
import type { TrashedCall } from '../../../contract/trash.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { dateTime, readableLength } from '../ui/format.ts';
import { shortNames } from './names.ts';
import styles from './trash-screen.module.css';

interface DeleteDialogProps {
  call: TrashedCall;
  onKeep: () => void;
  onDelete: () => void;
}

export function DeleteDialog({ call, onKeep, onDelete }: DeleteDialogProps) {
  const t = useWords('trash');
  const common = useWords('common');
  const { company } = shortNames(call, common('unknownCompany'));
  const length = call.durationMs === null ? t('row.unreadable') : readableLength(call.durationMs);
  return (
    <Dialog
      open
      onClose={onKeep}
      title={t('ask.title')}
      actions={
        <>
          <Button onPress={onDelete}>{t('ask.delete')}</Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to the safe answer */}
          <Button autoFocus onPress={onKeep}>
            {t('ask.keep')}
          </Button>
        </>
      }
    >
      <p className={styles.asked}>{t('ask.which', { company, date: dateTime(call.startedAtMs), length })}</p>
      {call.fate.kind === 'kept' && call.fate.because === 'open-case' && (
        <p className={styles.asked}>{t('ask.case', { case: call.fate.case })}</p>
      )}
      <p>{t('ask.what')}</p>
    </Dialog>
  );
}
