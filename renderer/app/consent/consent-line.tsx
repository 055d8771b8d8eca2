// What was said about recording in a call and when, each part to be heard with one press; and how that leaves things.
import { MessageCircleCheck, MessageCircleMore, MessageCircleX, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Mark } from '../../../contract/call.ts';
import { consentLine, type ConsentMark, type ConsentStanding } from '../../../contract/consent.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { shortClock } from '../ui/format.ts';
import styles from './consent-line.module.css';

interface ConsentLineProps {
  marks: readonly Mark[];
  onHear: (said: ConsentMark) => void;
  /** Stands at the end of the line. */
  action?: ReactNode;
  /** True while the call runs: stays one row high, so that nothing below moves while marks are made. The newest part is in view. */
  steady?: boolean;
}

/** Green is for words of consent; where someone refused, nothing in the line is green. */
type Tone = 'open' | 'consent' | 'refused';

const tones: Record<ConsentStanding, Tone> = {
  'nothing-said': 'open',
  'their-notice': 'open',
  'you-announced': 'open',
  'not-since-transfer': 'open',
  'carried-on': 'consent',
  agreed: 'consent',
  refused: 'refused',
  'agreed-after-refusal': 'refused',
};
const icons = { open: MessageCircleMore, consent: MessageCircleCheck, refused: MessageCircleX } as const;

export function ConsentLine({ marks, onHear, action, steady = false }: ConsentLineProps) {
  const t = useWords('consent');
  const { standing, said } = consentLine(marks);
  const tone = tones[standing];
  const Icon = icons[tone];
  return (
    <section
      className={styles.line}
      aria-label={t('title')}
      data-tone={tone}
      data-steady={steady || undefined}
    >
      <Icon className={styles.icon} size={17} aria-hidden="true" />
      <p className={styles.sentence}>
        {t(!steady && standing === 'nothing-said' ? 'line.nothing-marked' : `line.${standing}`)}
      </p>
      {said.length > 0 && (
        <ul className={styles.said} aria-label={t('said')}>
          {(steady ? [...said].reverse() : said).map((one) => (
            <li key={one.markId}>
              <SaidButton said={one} onHear={onHear} />
            </li>
          ))}
        </ul>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </section>
  );
}

function SaidButton({ said, onHear }: { said: ConsentMark; onHear: (said: ConsentMark) => void }) {
  const t = useWords('consent');
  return (
    <Button className={styles.part} data-event={said.event} onPress={() => onHear(said)} preventFocusOnPress>
      <span className={styles.unseen}>{t('hear')} </span>
      {t(`event.${said.event}`)} <span className={styles.at}>{shortClock(said.fromMs)}</span>{' '}
      <Play size={11} aria-hidden="true" />
    </Button>
  );
}
