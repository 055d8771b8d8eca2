// Takes the call out of the library, into the trash. A call of an open case is asked about first.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Call } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { CallEditor } from './call-editor.ts';
import { moveToTrash } from './move-to-trash.ts';
import styles from './trash-button.module.css';

export function TrashButton({ call, editor }: { call: Call; editor: CallEditor }) {
  const t = useWords('trash');
  const [openCase, setOpenCase] = useState<string | null>(null);
  const press = () => {
    ask('trash:held-by', call.id)
      .then((name) => (name === null ? moveToTrash(call, editor) : setOpenCase(name)))
      .catch(reportFailure);
  };
  return (
    <>
      <Button icon aria-label={t('move.button')} onPress={press}>
        <span className={styles.sign} title={t('move.button')}>
          <Trash2 size={16} aria-hidden="true" />
        </span>
      </Button>
      <Dialog
        open={openCase !== null}
        onClose={() => setOpenCase(null)}
        title={t('move.title')}
        actions={
          <>
            <Button onPress={() => void moveToTrash(call, editor)}>{t('move.anyway')}</Button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to the safe answer */}
            <Button autoFocus onPress={() => setOpenCase(null)}>
              {t('move.keep')}
            </Button>
          </>
        }
      >
        {t('move.case', { case: openCase })}
      </Dialog>
    </>
  );
}
