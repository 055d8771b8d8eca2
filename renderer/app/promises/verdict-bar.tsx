// The foot of the ledger: the keys of a row; after a verdict what it was, how to take it back, and what decided it.
import { Plus, Undo2, X } from 'lucide-react';
import { promiseStatuses, type PromiseProof } from '../../../contract/call.ts';
import { verdictKeys } from '../../../contract/promises.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { clock, readableLength, shortDate, timeOfDay } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { focusRow, proofAttribute } from './focus.ts';
import { calendarKey, proofKey } from './ledger-keys.ts';

import styles from './verdict-bar.module.css';
import { letGo, prove, undoVerdict, useInHand, type Judged } from './verdicts.ts';

const tones = {
  open: 'promise',
  kept: 'consent',
  late: 'consent',
  broken: 'rec',
  withdrawn: 'neutral',
} as const satisfies Record<string, ChipTone>;

export function VerdictBar() {
  const t = useWords('promises');
  const promise = useWords('promise');
  const inHand = useInHand();
  return (
    <div className={styles.foot}>
      <LiveRegion unseen>
        {inHand && `${promise(`status.${inHand.verdict.status}`)}: ${inHand.row.text || t('wordless')}`}
      </LiveRegion>
      {inHand ? <InHand key={`${inHand.row.callId} ${inHand.row.markId}`} judged={inHand} /> : <Keys />}
    </div>
  );
}

function Keys() {
  const t = useWords('promises');
  const keys = [
    ['Space', t('keys.hear')],
    ...promiseStatuses
      .filter((status) => status !== 'open')
      .map((status) => [verdictKeys[status], t(`keys.${status}`)]),
    [verdictKeys.open, t('keys.open')],
    [proofKey, t('keys.proof')],
    [calendarKey, t('keys.calendar')],
  ];
  return (
    <div className={styles.keys} aria-hidden="true">
      {keys.map(([key, does]) => (
        <span key={key}>
          <Kbd>{key}</Kbd> {does}
        </span>
      ))}
    </div>
  );
}

function InHand({ judged }: { judged: Judged }) {
  const t = useWords('promises');
  const promise = useWords('promise');
  const { row, verdict, before } = judged;
  const what = row.text || t('wordless');
  const undo = () => void undoVerdict().then(focusRow);
  const close = () => {
    letGo();
    focusRow();
  };
  return (
    <section className={styles.bar} aria-label={t('verdict.title')}>
      <div
        className={styles.inHand}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      >
        <div className={styles.said}>
          <span className={styles.verdict}>
            <Chip tone={tones[verdict.status]}>{promise(`status.${verdict.status}`)}</Chip>
            <span className={styles.what}>{t('verdict.was', { what })}</span>
            <span className={styles.company}>{row.company}</span>
          </span>
          {before && (
            <Button variant="quiet" onPress={undo} aria-keyshortcuts="Control+Z Meta+Z">
              <Undo2 size={15} aria-hidden="true" />
              {t('verdict.undo')}
            </Button>
          )}
          <Button variant="quiet" icon aria-label={t('verdict.close')} onPress={close}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
        {verdict.status !== 'open' && <Proof judged={judged} />}
      </div>
    </section>
  );
}

const nothing: PromiseProof = { callId: null, markId: null, text: '' };

function Proof({ judged }: { judged: Judged }) {
  const t = useWords('promises');
  const { row, verdict } = judged;
  const proof = verdict.proof ?? nothing;
  const calls = useRequest('promises:proofs', [row.callId]).data ?? [];
  const change = (patch: Partial<PromiseProof>) => {
    const next = { ...proof, ...patch };
    return prove(judged, next.callId === null && next.text === '' ? null : next);
  };
  const words = useSavedText(
    proof.text,
    (text) => change({ text: text.trim() }),
    `${row.callId} ${row.markId}`,
  );
  const latest = calls.find(({ startedAtMs }) => startedAtMs > row.startedAtMs);
  const known = calls.some(({ callId }) => callId === proof.callId);
  const options = [
    { id: '', label: t('verdict.none') },
    ...calls.map(({ callId, startedAtMs, durationMs }) => ({
      id: callId,
      label: `${shortDate(startedAtMs)}, ${timeOfDay(startedAtMs)} · ${readableLength(durationMs)}`,
    })),
    ...(proof.callId !== null && !known ? [{ id: proof.callId, label: proof.callId }] : []),
  ];
  return (
    <div className={styles.proof} {...{ [proofAttribute]: true }}>
      <span className={styles.label}>{t('verdict.decidedBy')}</span>
      {latest && proof.callId === null && (
        <button
          type="button"
          className={styles.offer}
          onClick={() => void change({ callId: latest.callId, markId: null })}
        >
          <Plus size={12} strokeWidth={2.5} aria-hidden="true" />
          {t('verdict.callOf', { date: shortDate(latest.startedAtMs) })}
        </button>
      )}
      {options.length > 1 && (
        <div className={styles.call}>
          <Select
            label={t('verdict.otherCall')}
            labelHidden
            options={options}
            value={proof.callId ?? ''}
            onChange={(callId) => void change({ callId: callId || null, markId: null })}
          />
        </div>
      )}
      {proof.callId !== null && (
        <Moments callId={proof.callId} markId={proof.markId} onChange={(markId) => void change({ markId })} />
      )}
      <div className={styles.words}>
        <TextField
          label={t('verdict.words')}
          labelHidden
          placeholder={t('verdict.wordsHint')}
          value={words.text}
          onChange={words.change}
          onBlur={words.flush}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            words.flush();
            focusRow();
          }}
        />
      </div>
    </div>
  );
}

interface MomentsProps {
  callId: string;
  markId: string | null;
  onChange: (markId: string | null) => void;
}

/** Where in that call it was decided; nothing to choose from, nothing shown. */
function Moments({ callId, markId, onChange }: MomentsProps) {
  const t = useWords('promises');
  const common = useWords('common');
  const marks = useRequest('calls:read', [callId]).data?.marks ?? [];
  if (marks.length === 0) return null;
  const options = [
    { id: '', label: t('verdict.wholeCall') },
    ...marks.map(({ id, fromMs, kind, text }) => ({
      id,
      label: `${clock(fromMs)} ${text || common(`mark.${kind}`)}`,
    })),
  ];
  return (
    <div className={styles.moment}>
      <Select
        label={t('verdict.moment')}
        labelHidden
        options={options}
        value={markId ?? ''}
        onChange={(chosen) => onChange(chosen || null)}
      />
    </div>
  );
}
