// Tell them first: both sides are heard, nothing is written until the user says that they announced it.
import { useState } from 'react';
import { Saying } from '../consent/saying.tsx';
import { useWords } from '../i18n.ts';
import { disarm, markMoment } from '../live/recorder.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './armed.module.css';
import { useCallKeys } from '../live/call-keys.ts';
import { youAnnounced } from '../live/mark-choices.ts';

export function Armed() {
  const t = useWords('recording');
  const [asked, setAsked] = useState(false);
  const begin = () => {
    setAsked(true);
    markMoment(youAnnounced.kind, youAnnounced.event)
      .catch(reportFailure)
      .finally(() => setAsked(false));
  };
  useCallKeys((key) => {
    if (key === youAnnounced && !asked) begin();
  });
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{t('armed.title')}</h2>
      <p className={styles.about}>{t('armed.about')}</p>
      <Saying situation="start" />
      <div className={styles.actions}>
        <Button
          variant="rec"
          onPress={begin}
          isDisabled={asked}
          aria-keyshortcuts={youAnnounced.key}
          aria-describedby="armed-starts"
        >
          {t('mark.you-announced')} <Kbd onRed>{youAnnounced.key}</Kbd>
        </Button>
        <Button variant="quiet" onPress={() => void disarm()}>
          {t('armed.cancel')}
        </Button>
        <span id="armed-starts" className={styles.hint}>
          {t('armed.starts')}
        </span>
      </div>
    </Card>
  );
}
