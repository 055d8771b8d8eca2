// One rule of the clock: from when what may be open, how long that is, and, unfolded, where it is written and its days.
import { useId, useState } from 'react';
import { areOld } from '../../../contract/consent-rules.ts';
import {
  ruleClock,
  waitUnits,
  type CaseRule,
  type EscalationRule,
  type RuleClock,
  type Wait,
} from '../../../contract/escalation.ts';
import { ClockLine } from '../escalation/clock-line.tsx';
import { useWords, type Words } from '../i18n.ts';
import { today } from '../promise/understood.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { locale } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { DayBox } from './day-box.tsx';
import { useCase } from './use-case.ts';
import styles from './clock.module.css';

interface RuleRowProps {
  rule: CaseRule;
  /** As the app has it; undefined for a rule of the user's own. */
  given: EscalationRule | undefined;
  firstComplaint: string | null;
}

const said = (t: Words<'case'>, { count, unit }: Wait) => t(`clock.${unit}`, { count });

export function RuleRow({ rule, given, firstComplaint }: RuleRowProps) {
  const t = useWords('case');
  const { change } = useCase();
  const [isOpen, setOpen] = useState(rule.title === '');
  const details = useId();
  const put = (patch: Partial<Omit<CaseRule, 'id'>>) => change({ kind: 'change-rule', id: rule.id, patch });
  const title = rule.title || t('clock.untitled');
  const clock = ruleClock(rule, { isOn: true, firstComplaint, today: today() });
  return (
    <li className={styles.rule} data-state={clock.state}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <Switch label={t('clock.switch', { title })} isSelected={rule.on} onChange={(on) => put({ on })} />
      </div>
      {clock.state === 'off' && <p className={styles.quiet}>{t('clock.ruleOff')}</p>}
      {clock.state === 'no-start' && <p>{t('clock.noStart', { day: rule.startsWith })}</p>}
      {(clock.state === 'waiting' || clock.state === 'reached') && (
        <ClockLine clock={clock} means={rule.means} />
      )}
      <Passed clock={clock} />
      {rule.opens && clock.state !== 'off' && <p className={styles.opens}>{rule.opens}</p>}
      <p className={styles.small}>
        {t('clock.waitFrom', { wait: said(t, rule.wait), day: rule.startsWith })}
        {'. '}
        {rule.source.title ? <Source rule={rule} /> : t('clock.ownSource')}
      </p>
      <Doubts rule={rule} given={given} />
      <div className={styles.tools}>
        <Button
          variant="quiet"
          aria-label={t('clock.editRule', { title })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? details : undefined}
          onPress={() => setOpen(!isOpen)}
        >
          {t('clock.edit')}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('clock.removeRule', { title })}
          onPress={() => {
            change({ kind: 'remove-rule', id: rule.id });
            notify(t('clock.removed'), () => change({ kind: 'put-rule', rule }));
          }}
        >
          {t('clock.remove')}
        </Button>
      </div>
      {isOpen && (
        <div id={details} className={styles.details}>
          {!given && <OwnWords rule={rule} />}
          <WaitFields wait={rule.wait} onChange={(wait) => put({ wait })} />
          {rule.starts === 'own-day' && (
            <div className={styles.field}>
              <span aria-hidden="true">{t('clock.from')}</span>
              <DayBox
                label={`${t('clock.from')}: ${rule.startsWith}`}
                day={rule.startedOn}
                onChange={(startedOn) => put({ startedOn })}
              />
            </div>
          )}
          {rule.source.url && <p className={styles.url}>{rule.source.url}</p>}
        </div>
      )}
    </li>
  );
}

/** How much of the time has passed; the words beside it say the same. */
function Passed({ clock }: { clock: RuleClock }) {
  if (clock.state !== 'waiting') return null;
  return (
    <progress
      className={styles.passed}
      aria-hidden="true"
      max={clock.daysInAll}
      value={clock.daysInAll - clock.daysLeft}
    />
  );
}

function Source({ rule: { source, asOf } }: { rule: CaseRule }) {
  const t = useWords('case');
  const month = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const read = asOf && t('clock.read', { month: month.format(Date.parse(`${asOf}-01T00:00:00Z`)) });
  return (
    <>
      {t('clock.source')}: {[source.title, read].filter(Boolean).join(', ')}.
    </>
  );
}

/** That it is old, or no longer what the source says. */
function Doubts({ rule, given }: Pick<RuleRowProps, 'rule' | 'given'>) {
  const t = useWords('case');
  const [nowMs] = useState(Date.now);
  const isEdited = given && (given.wait.count !== rule.wait.count || given.wait.unit !== rule.wait.unit);
  return (
    <>
      {isEdited && <p className={styles.doubt}>{t('clock.edited', { wait: said(t, given.wait) })}</p>}
      {rule.asOf && areOld(rule.asOf, nowMs) && <p className={styles.doubt}>{t('clock.old')}</p>}
    </>
  );
}

function WaitFields({ wait, onChange }: { wait: Wait; onChange: (wait: Wait) => void }) {
  const t = useWords('case');
  const [text, setText] = useState(String(wait.count));
  const leave = () => {
    const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
    if (count === null) setText(String(wait.count));
    else if (count !== wait.count) onChange({ ...wait, count });
  };
  return (
    <div className={styles.wait}>
      <TextField
        label={t('clock.count')}
        inputMode="numeric"
        value={text}
        onChange={setText}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
        }}
      />
      <Select
        label={t('clock.unit')}
        options={waitUnits.map((id) => ({
          id,
          label: t(id === 'days' ? 'clock.unitDays' : 'clock.unitWeeks'),
        }))}
        value={wait.unit}
        onChange={(unit) => onChange({ ...wait, unit })}
      />
    </div>
  );
}

function OwnWords({ rule }: { rule: CaseRule }) {
  const t = useWords('case');
  return (
    <>
      <OwnField
        rule={rule}
        label={t('clock.ownTitle')}
        placeholder={t('clock.ownTitleHint')}
        value={rule.title}
        patch={(title) => ({ title })}
      />
      <OwnField rule={rule} label={t('clock.ownOpens')} value={rule.opens} patch={(opens) => ({ opens })} />
      <OwnField
        rule={rule}
        label={t('clock.ownSourceField')}
        value={rule.source.title}
        patch={(title) => ({ source: { ...rule.source, title } })}
      />
    </>
  );
}

interface OwnFieldProps {
  rule: CaseRule;
  label: string;
  placeholder?: string;
  value: string;
  patch: (text: string) => Partial<Omit<CaseRule, 'id'>>;
}

function OwnField({ rule, label, placeholder, value, patch }: OwnFieldProps) {
  const { save } = useCase();
  const text = useSavedText(
    value,
    (words) => save({ kind: 'change-rule', id: rule.id, patch: patch(words) }),
    rule.id,
  );
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={text.text}
      onChange={text.change}
      onBlur={text.flush}
    />
  );
}
