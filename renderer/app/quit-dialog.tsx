// Quitting in mid-call: asks what should become of the recording.
import { useEffect, useState } from 'react';
import { ask, listen } from './bridge.ts';
import { useWords } from './i18n.ts';
import { reportFailure } from './report.ts';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';

export function QuitDialog() {
  const t = useWords('common');
  const [open, setOpen] = useState(false);
  useEffect(() => listen('app:asked-to-quit', () => setOpen(true)), []);
  const answer = (how: 'stop-and-quit' | 'stay') => {
    setOpen(false);
    ask('app:quit', how).catch(reportFailure);
  };
  return (
    <Dialog
      open={open}
      onClose={() => answer('stay')}
      title={t('quit.title')}
      actions={
        <>
          <Button onPress={() => answer('stop-and-quit')}>{t('quit.stop')}</Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to the safe answer */}
          <Button autoFocus onPress={() => answer('stay')}>
            {t('quit.stay')}
          </Button>
        </>
      }
    >
      {t('quit.about')}
    </Dialog>
  );
}
