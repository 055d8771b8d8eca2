// For how long calls are kept. Choosing a time changes nothing yet: it shows what would go, and asks.
import { useState } from 'react';
import type { RetentionRule } from '../../../contract/trash.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { notify } from '../ui/toast.tsx';
import { RetentionDialog } from './retention-dialog.tsx';
import { timeKept } from './time-kept.ts';
import styles from './settings-screen.module.css';

const offeredMonths = [6, 12, 24, 36, 60, 84];
const ever = 'ever';

export function KeepingSettings({ rule }: { rule: RetentionRule | null }) {
  const t = useWords('trash');
  const [asked, setAsked] = useState<RetentionRule | null>(null);
  const offered = [...new Set([...offeredMonths, ...(rule ? [rule.months] : [])])].sort((a, b) => a - b);
  const turnOff = () => {
    ask('retention:turn-off')
      .then(() => notify(t('keeping.turnedOff')))
      .catch(reportFailure);
  };
  return (
    <div className={styles.source}>
      <Select
        label={t('keeping.label')}
        options={[
          { id: ever, label: t('keeping.ever') },
          ...offered.map((months) => ({ id: String(months), label: timeKept({ months }, t) })),
        ]}
        value={rule === null ? ever : String(rule.months)}
        onChange={(id) => (id === ever ? turnOff() : setAsked({ months: Number(id) }))}
      />
      <p className={styles.about}>{rule === null ? t('keeping.off') : t('keeping.on')}</p>
      <div className={styles.folder}>
        {rule && <Button onPress={() => setAsked(rule)}>{t('keeping.show')}</Button>}
        <Link href={hrefOf({ screen: 'trash' })}>{t('keeping.trash')}</Link>
      </div>
      {asked && <RetentionDialog rule={asked} now={rule} onClose={() => setAsked(null)} />}
    </div>
  );
}
