// The quiet way to the calls that were taken out.
import { Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import styles from './trash-link.module.css';

export const TrashLink = memo(function TrashLink() {
  const t = useWords('trash');
  return (
    <a className={styles.link} href={hrefOf({ screen: 'trash' })}>
      <Trash2 size={15} aria-hidden="true" />
      <span className={styles.word}>{t('title')}</span>
    </a>
  );
});
