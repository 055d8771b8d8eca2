// How to reach a company and by which names it goes: numbers, the account, other names, who and what was named in calls.
import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeptFacts } from '../../../contract/companies.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NamingDialog } from './naming-dialog.tsx';
import { sayUndoable } from './say-undoable.ts';
import styles from './known.module.css';

export function Known({ company }: { company: string }) {
  const t = useWords('company');
  const kept = useRequest('companies:kept', [company]);
  const desk = useRequest('companies:desk', [company]);
  return (
    <section className={styles.known} aria-label={t('known.title')}>
      <h2>{t('known.title')}</h2>
      <Card padded>
        {kept.error && <FailureNote code={kept.error.code} onRetry={() => void kept.refetch()} />}
        {kept.data && (
          <div className={styles.parts}>
            <Phones company={company} phones={kept.data.phones} />
            <Note company={company} note={kept.data.note} />
            <Aliases company={company} aliases={kept.data.aliases} />
            <Named label={t('known.agents')} names={desk.data?.agents ?? []} />
            <Named label={t('known.references')} names={desk.data?.references ?? []} />
          </div>
        )}
      </Card>
    </section>
  );
}

function Phones({ company, phones }: { company: string; phones: readonly string[] }) {
  const t = useWords('company');
  const [more, setMore] = useState(0);
  const boxes = Math.max(1, phones.length + more);
  return (
    <div className={styles.phones}>
      {Array.from({ length: boxes }, (_, nth) => (
        <Phone key={nth} company={company} phones={phones} nth={nth} onSaved={() => setMore(0)} />
      ))}
      {phones.length > 0 && more === 0 && (
        <Button variant="quiet" className={styles.add} onPress={() => setMore(1)}>
          <Plus size={14} aria-hidden="true" />
          {t('known.addPhone')}
        </Button>
      )}
    </div>
  );
}

interface PhoneProps {
  company: string;
  phones: readonly string[];
  nth: number;
  onSaved: () => void;
}

function Phone({ company, phones, nth, onSaved }: PhoneProps) {
  const t = useWords('company');
  const save = async (text: string) => {
    const next = [...phones];
    next[nth] = text;
    await ask('companies:phones', company, next);
    if (text.trim() !== '') onSaved();
  };
  const input = useRef<HTMLInputElement>(null);
  const isAdded = nth > 0 && nth >= phones.length;
  useEffect(() => {
    if (isAdded) input.current?.focus();
  }, [isAdded]);
  const phone = useSavedText(phones[nth] ?? '', save, company);
  return (
    <TextField
      label={nth === 0 ? t('known.phone') : t('known.phoneNth', { nth: nth + 1 })}
      placeholder={t('known.phoneHint')}
      type="tel"
      inputRef={input}
      value={phone.text}
      onChange={phone.change}
      onBlur={phone.flush}
    />
  );
}

function Note({ company, note }: { company: string; note: string }) {
  const t = useWords('company');
  const saved = useSavedText(note, (text) => ask('companies:describe', company, 'note', text), company);
  return (
    <TextField
      label={t('known.note')}
      placeholder={t('known.noteHint')}
      value={saved.text}
      onChange={saved.change}
      onBlur={saved.flush}
    />
  );
}

function Aliases({ company, aliases }: { company: string; aliases: KeptFacts['aliases'] }) {
  const t = useWords('company');
  const [adding, setAdding] = useState(false);
  const separate = (name: string) =>
    ask('companies:separate', company, name)
      .then(() => sayUndoable(t('known.separated', { name })))
      .catch(reportFailure);
  return (
    <div className={styles.aliases}>
      <h3 className={styles.label}>{t('known.aliases')}</h3>
      {aliases.length === 0 ? (
        <p className={styles.quiet}>{t('known.noAliases')}</p>
      ) : (
        <ul className={styles.names} aria-label={t('known.aliases')}>
          {aliases.map((name) => (
            <li key={name} className={styles.name}>
              {name}
              <Button
                variant="quiet"
                className={styles.remove}
                aria-label={t('known.separate', { name })}
                onPress={() => void separate(name)}
              >
                <X size={13} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="quiet" className={styles.add} onPress={() => setAdding(true)}>
        <Plus size={14} aria-hidden="true" />
        {t('known.addAlias')}
      </Button>
      {adding && <NamingDialog what={{ aliasOf: company }} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Named({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <h3 className={styles.label}>{label}</h3>
      <p className={styles.list}>{names.join(', ')}</p>
    </div>
  );
}
