// What the Calls screen says when it has nothing to list: how calls get here, or what was looked for in vain.
import { Phone, SearchX } from 'lucide-react';
import { formatQuery, parseQuery } from '../../../contract/query.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './empty.module.css';

export function EmptyLibrary() {
  const t = useWords('calls');
  return (
    <div className={styles.place}>
      <EmptyState
        icon={Phone}
        title={t('empty.title')}
        action={
          <a className={styles.link} href={hrefOf({ screen: 'recording' })}>
            {t('empty.start')}
          </a>
        }
      >
        <p>{t('empty.what')}</p>
        <p className={styles.next}>{t('empty.how')}</p>
      </EmptyState>
    </div>
  );
}

export function NothingFound({ query, onClear }: { query: string; onClear: () => void }) {
  const t = useWords('calls');
  const parts = parseQuery(query);
  const words = parts.filter(({ type }) => type === 'words');
  const text = formatQuery(words);
  const title =
    text === ''
      ? t('nothing.filters')
      : t(words.length === parts.length ? 'nothing.text' : 'nothing.both', { text });
  return (
    <div className={styles.place}>
      <EmptyState
        icon={SearchX}
        title={title}
        action={<Button onPress={onClear}>{t('nothing.clear')}</Button>}
      >
        <p>{text !== '' ? t('nothing.where') : t('nothing.wider')}</p>
      </EmptyState>
    </div>
  );
}
