// The way in for recordings made elsewhere: a button, and a short word on what will happen before anything is chosen.
import { FileAudio, FolderOpen, Import } from 'lucide-react';
import { memo, useState } from 'react';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { chooseAndImport } from './use-import.ts';
import styles from './import-button.module.css';

export const ImportButton = memo(function ImportButton() {
  const t = useWords('import');
  const [open, setOpen] = useState(false);
  const choose = (what: 'files' | 'folder') => {
    setOpen(false);
    chooseAndImport(what);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Import size={16} aria-hidden="true" />
        {t('button')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        dismissable
        title={t('choose.title')}
        actions={
          <>
            <Button variant="quiet" onPress={() => setOpen(false)}>
              {t('choose.close')}
            </Button>
            <Button onPress={() => choose('folder')}>
              <FolderOpen size={16} aria-hidden="true" />
              {t('choose.folder')}
            </Button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to what most people want */}
            <Button autoFocus onPress={() => choose('files')}>
              <FileAudio size={16} aria-hidden="true" />
              {t('choose.files')}
            </Button>
          </>
        }
      >
        <div className={styles.text}>
          <p>{t('choose.what')}</p>
          <p>{t('choose.formats')}</p>
          <p className={styles.drop}>{t('choose.drop')}</p>
        </div>
      </Dialog>
    </>
  );
});
