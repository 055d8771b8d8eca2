// The escalation clock of a case: the day of the first complaint, and what each rule counts from it.
import { useId, useState } from 'react';
import type { Escalation } from '../../../contract/cases.ts';
import type { CaseRule, EscalationRules } from '../../../contract/escalation.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { DayBox } from './day-box.tsx';
import { RuleRow } from './rule-row.tsx';
import { useCase } from './use-case.ts';
import styles from './clock.module.css';

interface ClockCardProps {
  /** Undefined where nothing was written down yet. */
  escalation: Escalation | undefined;
  /** The day of the first call. */
  firstDay: string | null;
}

const none: Escalation = { on: true, startedOn: null, rules: [] };

export function ClockCard({ escalation = none, firstDay }: ClockCardProps) {
  const t = useWords('case');
  const { change } = useCase();
  const title = useId();
  const known = useRequest('cases:rules', []);
  const firstComplaint = escalation.startedOn ?? firstDay;
  return (
    <Card padded>
      <section className={styles.clock} aria-labelledby={title}>
        <div className={styles.head}>
          <h2 id={title}>{t('clock.title')}</h2>
          <Switch
            label={t('clock.title')}
            isSelected={escalation.on}
            onChange={(on) => change({ kind: 'clock', patch: { on } })}
          />
        </div>
        {!escalation.on && <p className={styles.quiet}>{t('clock.isOff')}</p>}
        {escalation.on && (
          <>
            {escalation.rules.length === 0 && <p className={styles.quiet}>{t('clock.about')}</p>}
            <div className={styles.start}>
              <span aria-hidden="true">{t('clock.start')}</span>
              <DayBox
                label={t('clock.start')}
                day={firstComplaint}
                onChange={(startedOn) => change({ kind: 'clock', patch: { startedOn } })}
              />
              {escalation.startedOn === null && (
                <small>{t(firstDay === null ? 'clock.startNone' : 'clock.startHint')}</small>
              )}
            </div>
            {escalation.rules.length > 0 && (
              <ul className={styles.rules} aria-label={t('clock.rules')}>
                {escalation.rules.map((rule) => (
                  <RuleRow
                    key={rule.id}
                    rule={rule}
                    given={known.data?.rules.find(({ id }) => id === rule.id)}
                    firstComplaint={firstComplaint}
                  />
                ))}
              </ul>
            )}
            {known.error && <FailureNote code={known.error.code} onRetry={() => void known.refetch()} />}
            <AddRule rules={known.data} taken={escalation.rules} />
            {known.data && <p className={styles.small}>{known.data.disclaimer}</p>}
          </>
        )}
      </section>
    </Card>
  );
}

const own = 'own';

function AddRule({ rules, taken }: { rules: EscalationRules | undefined; taken: readonly CaseRule[] }) {
  const t = useWords('case');
  const { change } = useCase();
  const [chosen, setChosen] = useState('');
  const left = (rules?.rules ?? []).filter(({ id }) => !taken.some((one) => one.id === id));
  const add = () => {
    const found = left.find(({ id }) => id === chosen);
    if (found) {
      const { place: _place, sector: _sector, ...rule } = found;
      change({ kind: 'put-rule', rule: { ...rule, on: true, startedOn: null } });
    } else if (chosen === own) change({ kind: 'put-rule', rule: ownRule(t('clock.ownStarts')) });
    setChosen('');
  };
  return (
    <div className={styles.add}>
      <Select
        label={t('clock.add')}
        options={[
          { id: '', label: t('clock.choose') },
          ...left.map(({ id, place, sector, title }) => ({ id, label: `${place}, ${sector}: ${title}` })),
          { id: own, label: t('clock.own') },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      <Button isDisabled={chosen === ''} onPress={add}>
        {t('clock.addButton')}
      </Button>
    </div>
  );
}

function ownRule(startsWith: string): CaseRule {
  return {
    id: crypto.randomUUID(),
    title: '',
    means: 'opens',
    starts: 'first-complaint',
    startsWith,
    wait: { count: 14, unit: 'days' },
    opens: '',
    source: { title: '', url: '' },
    asOf: '',
    on: true,
    startedOn: null,
  };
}
