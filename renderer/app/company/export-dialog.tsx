// Lets a scorecard leave the app, as a picture or a table, and says what is in it and what is not.
import { useState } from 'react';
import type { Scorecard } from '../../../contract/companies.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { notify } from '../ui/toast.tsx';
import { drawScorecard } from './draw-scorecard.ts';
import { leavingOf } from './leaving.ts';
import { scorecardRows } from './scorecard-rows.ts';

interface ExportDialogProps {
  scorecard: Scorecard;
  onClose: () => void;
}

export function ExportDialog({ scorecard, onClose }: ExportDialogProps) {
  const t = useWords('company');
  const common = useWords('common');
  const [working, setWorking] = useState(false);
  const talk = useRequest('companies:talk', [scorecard.company]).data;
  const save = async (as: 'png' | 'csv') => {
    if (!talk) return;
    setWorking(true);
    try {
      const leaving = leavingOf(scorecard, talk);
      const name = await ask(
        'companies:export',
        scorecard.company,
        as === 'csv'
          ? { as: 'table', rows: scorecardRows(leaving, t) }
          : { as: 'picture', png: await drawScorecard(leaving, t) },
      );
      if (name === null) return;
      notify(t('leave.saved', { name }));
      onClose();
    } catch (cause) {
      reportFailure(cause);
    } finally {
      setWorking(false);
    }
  };
  const isDisabled = working || !talk;
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable
      title={t('leave.title')}
      actions={
        <>
          <Button onPress={() => void save('png')} isDisabled={isDisabled}>
            {t('leave.png')}
          </Button>
          <Button onPress={() => void save('csv')} isDisabled={isDisabled}>
            {t('leave.csv')}
          </Button>
          <Button onPress={onClose}>{common('close')}</Button>
        </>
      }
    >
      <p>{t('leave.about')}</p>
    </Dialog>
  );
}
