// The line that says what is wrong and what to do, spoken politely when it changes. Nothing when all is well.
import { CircleAlert } from 'lucide-react';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Link } from '../ui/link.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import type { Situation } from '../live/situation.ts';
import { useSituationWords } from '../live/situation-words.ts';
import styles from './situation-note.module.css';

export function SituationNote({ situation }: { situation: Situation | null }) {
  return <LiveRegion>{situation && <SituationLine situation={situation} />}</LiveRegion>;
}

function SituationLine({ situation }: { situation: Situation }) {
  const t = useWords('recording');
  const { what, next } = useSituationWords(situation);
  return (
    <div className={styles.note}>
      <CircleAlert className={styles.icon} size={18} aria-hidden="true" />
      <p>
        {what} <span className={styles.next}>{next}</span>
      </p>
      {situation.what !== 'trouble' && <Link href={hrefOf({ screen: 'settings' })}>{t('chooseSource')}</Link>}
    </div>
  );
}
