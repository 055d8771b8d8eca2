// What to say about recording, at the moment it is needed, and what they answered: one press each.
import { X } from 'lucide-react';
import { useState } from 'react';
import { situationNow, situations, type ConsentStanding, type Situation } from '../../../contract/consent.ts';
import { PlaceRulesLine } from '../consent/place-rules.tsx';
import { Saying } from '../consent/saying.tsx';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/choice.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './consent-card.module.css';
import { agentAnswers, youAnnounced, type MarkChoice } from '../live/mark-choices.ts';

interface ConsentCardProps {
  running: RunningState;
  standing: ConsentStanding;
  onMark: (choice: MarkChoice) => void;
  onClose: () => void;
}

export function ConsentCard({ running, standing, onMark, onClose }: ConsentCardProps) {
  const t = useWords('consent');
  const [situation, setSituation] = useState(situationNow(standing));
  return (
    <Card className={styles.card}>
      <section className={styles.inside} aria-label={t('card.label')}>
        <div className={styles.head}>
          <Choice
            label={t('card.situation')}
            labelHidden
            options={situations.map((id) => ({ id, label: t(`card.${id}`) }))}
            value={situation}
            onChange={setSituation}
          />
          <Button variant="quiet" icon aria-label={t('card.close')} onPress={onClose}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
        <div className={styles.say}>
          <Saying key={situation} situation={situation} />
          {situation !== 'objection' && <ThenPress />}
        </div>
        <Answers onMark={onMark} />
        <PlaceRulesLine
          places={running.places}
          onChange={(places) => void ask('recording:describe', { places }).catch(reportFailure)}
        />
      </section>
    </Card>
  );
}

/** The words alone, in one line, at the moment they are needed. */
export function SayingHint({ situation, onClose }: { situation: Situation; onClose: () => void }) {
  const t = useWords('consent');
  return (
    <section className={styles.say} aria-label={t('card.label')}>
      <Saying situation={situation} />
      <ThenPress />
      <Button
        className={styles.close}
        variant="quiet"
        icon
        aria-label={t('card.close')}
        onPress={onClose}
        preventFocusOnPress
      >
        <X size={16} aria-hidden="true" />
      </Button>
    </section>
  );
}

function ThenPress() {
  const t = useWords('consent');
  return (
    <span className={styles.hint}>
      {t('card.thenPress')} <Kbd>{youAnnounced.key}</Kbd>
    </span>
  );
}

/** Their answer to being told. */
export function Answers({ onMark }: { onMark: (choice: MarkChoice) => void }) {
  const t = useWords('consent');
  return (
    <fieldset className={styles.answers}>
      <legend className={styles.ask}>{t('answer.ask')}</legend>
      {Object.values(agentAnswers).map((choice) => (
        <Button key={choice.id} onPress={() => onMark(choice)} preventFocusOnPress>
          {t(`answer.${choice.id as 'agent-agreed'}`)}
        </Button>
      ))}
    </fieldset>
  );
}
