// Where both are, which rule that makes, how sure that is and what is not known. Information, and shown as no more.
import { useState } from 'react';
import type { Places } from '../../../contract/call.ts';
import {
  areOld,
  ruleForCall,
  sourcesOf,
  type ConsentLaws,
  type PlaceRule,
  type RuleForCall,
  type SideRule,
} from '../../../contract/consent-rules.ts';
import { useRequest } from '../data.ts';
import { useWords, type WordKey } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { locale } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { placeOptions } from './place-names.ts';
import styles from './place-rules.module.css';

interface PlaceRulesProps {
  places: Places;
  onChange: (places: Places) => void;
}

/** The rules, or why there are none. */
function useLaws() {
  const laws = useRequest('consent:laws', []);
  const failure = laws.error && <FailureNote code={laws.error.code} onRetry={() => void laws.refetch()} />;
  return { laws: laws.data, failure };
}

/** What the two rules come to, in one sentence. */
function verdictKey({ counts, because }: RuleForCall): WordKey<'consent'> {
  return because === 'doubt' ? 'rules.doubt' : `rules.${counts}`;
}

/** One line for the recording screen; the rest unfolds. */
export function PlaceRulesLine({ places, onChange }: PlaceRulesProps) {
  const t = useWords('consent');
  const { laws, failure } = useLaws();
  const [open, setOpen] = useState(false);
  if (!laws) return failure;
  return (
    <div className={styles.rules}>
      <div className={styles.compact}>
        <p>{t(verdictKey(ruleForCall(laws, places)))}</p>
        <Button variant="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t('rules.show')}
        </Button>
      </div>
      {open && <Details laws={laws} places={places} onChange={onChange} />}
    </div>
  );
}

export function PlaceRules({ places, onChange }: PlaceRulesProps) {
  const t = useWords('consent');
  const { laws, failure } = useLaws();
  if (!laws) return failure;
  return (
    <div className={styles.rules}>
      <Details laws={laws} places={places} onChange={onChange} />
      <p className={styles.verdict}>{t(verdictKey(ruleForCall(laws, places)))}</p>
    </div>
  );
}

function Details({ laws, places, onChange }: PlaceRulesProps & { laws: ConsentLaws }) {
  const t = useWords('consent');
  const options = [{ id: '', label: t('rules.unknown') }, ...placeOptions(laws, t)];
  const rule = ruleForCall(laws, places);
  const [nowMs] = useState(Date.now);
  return (
    <>
      <div className={styles.places}>
        {(['you', 'them'] as const).map((side) => (
          <div key={side} className={styles.place}>
            <Select
              label={t(`rules.${side}`)}
              options={options}
              value={rule[side].place?.code ?? ''}
              onChange={(code) => onChange({ ...places, [side]: code })}
            />
            <Side laws={laws} side={rule[side]} />
          </div>
        ))}
      </div>
      {areOld(laws.asOf, nowMs) && <p className={styles.old}>{t('rules.old')}</p>}
      <p className={styles.small}>{t('rules.unsure')}</p>
      <p className={styles.small}>{laws.disclaimer}</p>
    </>
  );
}

function Side({ laws, side }: { laws: ConsentLaws; side: SideRule }) {
  const t = useWords('consent');
  const { place, reason, counts } = side;
  return (
    <>
      <p className={styles.why}>{t(`rules.reason.${reason === 'rule' ? counts : reason}`)}</p>
      {place && <Facts laws={laws} place={place} />}
    </>
  );
}

function Facts({ laws, place }: { laws: ConsentLaws; place: PlaceRule }) {
  const t = useWords('consent');
  const gathered = new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const facts = [
    [t('rules.statute'), place.statute],
    [t('rules.confidence.name'), t(`rules.confidence.${place.confidence}`)],
    [t('rules.gathered'), gathered.format(Date.parse(`${laws.asOf}-01T00:00:00Z`))],
    [
      t('rules.sources'),
      sourcesOf(laws, place)
        .map(({ title }) => title)
        .join('; '),
    ],
  ] as const;
  return (
    <>
      <p className={styles.note}>{place.phoneNote}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
