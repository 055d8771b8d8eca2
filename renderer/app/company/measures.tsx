// The measures of a company, one card each; how they are counted is said on all of them when asked for.
import { useState } from 'react';
import { fewestCalls, measureKeys, type Scorecard, type TalkShare } from '../../../contract/companies.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Card } from '../ui/card.tsx';
import { ToggleButton } from '../ui/toggle-button.tsx';
import { measureWords, type MeasureWords } from './measure-words.ts';
import styles from './measures.module.css';

export function Measures({ scorecard }: { scorecard: Scorecard }) {
  const t = useWords('company');
  const [explained, setExplained] = useState(false);
  const enough = scorecard.calls >= fewestCalls;
  const talk = useRequest('companies:talk', [scorecard.company], { enabled: enough, keepLast: true });
  return (
    <section className={styles.measures} aria-label={t('measures.title')}>
      <div className={styles.head}>
        <h2>{t('measures.title')}</h2>
        {enough && (
          <ToggleButton isSelected={explained} onChange={setExplained}>
            {t('measures.how')}
          </ToggleButton>
        )}
      </div>
      {enough ? (
        <ul className={styles.cards} aria-label={t('measures.title')}>
          {measureKeys.map((key) => {
            const measure = key === 'talk' ? talk.data : scorecard.measures[key];
            const words = measure && measureWords(key, measure, t, scorecard.late);
            return (
              <li key={key} className={styles.card} data-measure={key}>
                {words ? (
                  <MeasureCard words={words} explained={explained} share={shareOf(key, talk.data)} />
                ) : (
                  <>
                    <p className={styles.waiting}>
                      {t(talk.error ? 'measures.failed' : 'measures.measuring')}
                    </p>
                    <h3 className={styles.name}>{t(`measures.${key}.name`)}</h3>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <Card padded>
          <p className={styles.few}>{t('measures.few.title', { count: scorecard.calls })}</p>
          <p className={styles.quiet}>{t('measures.few.what')}</p>
        </Card>
      )}
    </section>
  );
}

const shareOf = (key: string, talk: TalkShare | undefined) => (key === 'talk' ? (talk?.value ?? null) : null);

interface MeasureCardProps {
  words: MeasureWords;
  explained: boolean;
  /** The user's share of the talk, drawn as a bar of both sides. */
  share: number | null;
}

function MeasureCard({ words, explained, share }: MeasureCardProps) {
  const t = useWords('company');
  return (
    <>
      <p className={words.value === null ? styles.tooFew : styles.value}>
        {words.value ?? t('measures.tooFew')}
      </p>
      <h3 className={styles.name}>{words.name}</h3>
      {share !== null && (
        <svg className={styles.share} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.them} width="100" height="6" />
          <rect className={styles.you} width={share * 100} height="6" />
        </svg>
      )}
      <p className={styles.quiet}>
        {words.detail && <span>{words.detail}</span>}
        {words.sample && <span>{words.sample}</span>}
      </p>
      {explained && <p className={styles.formula}>{words.formula}</p>}
    </>
  );
}
