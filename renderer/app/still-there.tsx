// Neither side has spoken for a while: asks whether the call is over, on whatever screen is open. It never decides.
import { useWords } from './i18n.ts';
import { keepRecording, stopRecording, useRecorder } from './live/recorder.ts';
import styles from './still-there.module.css';
import { Button } from './ui/button.tsx';

export function StillThere() {
  const t = useWords('stillThere');
  const asked = useRecorder((recorder) => recorder.view?.question === 'still-on-call');
  return (
    <section className={styles.place} aria-label={t('region')} aria-live="polite">
      {asked && (
        <div className={styles.card}>
          <div>
            <h2 className={styles.ask}>{t('ask')}</h2>
            <p className={styles.why}>{t('why')}</p>
          </div>
          <div className={styles.answers}>
            <Button preventFocusOnPress onPress={() => void stopRecording()}>
              {t('stop')}
            </Button>
            <Button preventFocusOnPress onPress={() => void keepRecording()}>
              {t('keep')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
