// After a call: it is saved, and what is best written down at once. Nothing has to be; all is saved as it is written.
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { outcomes, type Call, type CallPatch, type Mark } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { PromiseChips } from '../promise/promise-chips.tsx';
import { dayOf, suggestionFor } from '../promise/understood.ts';
import { reportFailure } from '../report.ts';
import { callHref } from '../route.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { clock } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './wrap-up.module.css';

interface WrapUpProps {
  call: Call;
  onDone: () => void;
}

export function WrapUp({ call, onDone }: WrapUpProps) {
  const t = useWords('recording');
  const common = useWords('common');
  const save = (patch: CallPatch) => ask('calls:edit', call.id, patch);
  const choices = (['none', ...outcomes] as const).map((id) => ({ id, label: common(`outcome.${id}`) }));
  const promises = call.marks.filter((mark) => mark.promise);
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <CircleCheck className={styles.icon} size={20} aria-hidden="true" />
        <h2>
          {call.company
            ? t('savedWith', { time: clock(call.durationMs), company: call.company })
            : t('saved', { time: clock(call.durationMs) })}
        </h2>
        <Link href={callHref(call.id)}>{common('open')}</Link>
        <Button className={styles.done} onPress={onDone}>
          {t('wrapUp.done')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Select
          label={t('wrapUp.outcome')}
          options={choices}
          value={call.outcome ?? 'none'}
          onChange={(id) => void save({ outcome: id === 'none' ? null : id }).catch(reportFailure)}
        />
        <SavedField
          label={t('wrapUp.next')}
          placeholder={t('wrapUp.nextHint')}
          value={call.nextStep ?? ''}
          of={call.id}
          save={(nextStep) => save({ nextStep })}
        />
        <SavedField
          label={t('case')}
          placeholder={t('casePlaceholder')}
          value={call.case}
          of={call.id}
          save={(about) => save({ case: about })}
        />
      </div>
      {promises.length > 0 && (
        <ul className={styles.promises} aria-label={t('wrapUp.promises')}>
          {promises.map((mark) => (
            <PromiseRow key={mark.id} call={call} mark={mark} />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface SavedFieldProps {
  label: string;
  placeholder: string;
  value: string;
  of: string;
  save: (text: string) => Promise<unknown>;
}

function SavedField({ label, placeholder, value, of, save }: SavedFieldProps) {
  const text = useSavedText(value, save, of);
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

function PromiseRow({ call, mark }: { call: Call; mark: Mark }) {
  const t = useWords('recording');
  const [day] = useState(() => dayOf(Date.parse(call.startedAt), call.utcOffsetMinutes));
  const put = (changed: Partial<Mark>) => ask('marks:put', call.id, { ...mark, ...changed });
  const text = useSavedText(mark.text, (words) => put({ text: words }), mark.id);
  if (!mark.promise) return null;
  const { promise } = mark;
  return (
    <li className={styles.promise}>
      <input
        className={styles.words}
        type="text"
        aria-label={t('words.promise')}
        placeholder={t('words.promise')}
        value={text.text}
        onChange={(event) => text.change(event.target.value)}
        onBlur={text.flush}
      />
      <PromiseChips
        promise={promise}
        suggestion={suggestionFor(promise, text.text, day)}
        onAccept={(accepted) => {
          text.flush();
          put({ text: text.text, promise: { ...promise, ...accepted } }).catch(reportFailure);
        }}
      />
    </li>
  );
}
