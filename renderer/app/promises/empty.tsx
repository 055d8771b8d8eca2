// What the ledger says when there is nothing in it: how promises get here, or whose were looked for in vain.
import { CalendarCheck, SearchX } from 'lucide-react';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Link } from '../ui/link.tsx';
import styles from './empty.module.css';

export function NoPromises() {
  const t = useWords('promises');
  return (
    <div className={styles.place}>
      <EmptyState
        icon={CalendarCheck}
        title={t('empty.title')}
        action={<Link href={hrefOf({ screen: 'recording' })}>{t('empty.start')}</Link>}
      >
        <p>{t('empty.what')}</p>
        <p className={styles.next}>
          {t('empty.press')} <Kbd>P</Kbd> {t('empty.how')}
        </p>
      </EmptyState>
    </div>
  );
}

export function NobodyFound({ company, onClear }: { company: string; onClear: () => void }) {
  const t = useWords('promises');
  return (
    <div className={styles.place}>
      <EmptyState
        icon={SearchX}
        title={t('nothing.title', { company })}
        action={<Button onPress={onClear}>{t('clear')}</Button>}
      >
        <p>{t('nothing.where')}</p>
      </EmptyState>
    </div>
  );
}
