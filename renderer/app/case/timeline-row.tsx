// One thing on the timeline: its day at the left, what it was, and what can be done with it.
import { Check, HandCoins, Mail, Phone, StickyNote, X } from 'lucide-react';
import type { CaseNote, CaseView, FileCheck, Offer } from '../../../contract/cases.ts';
import { useWords } from '../i18n.ts';
import type { Quotes } from '../live/use-quotes.ts';
import { readableAmount } from '../promise/format.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { shortDate, timeOfDay } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { CallEntry } from './call-entry.tsx';
import { DayBox } from './day-box.tsx';
import { FileEntry } from './file-entry.tsx';
import { Row } from './timeline-row-frame.tsx';
import type { Entry } from './timeline.ts';
import { useCase } from './use-case.ts';
import styles from './timeline.module.css';

interface TimelineRowProps {
  entry: Entry;
  view: CaseView;
  checks: Readonly<Record<string, FileCheck>> | undefined;
  quotes: Quotes;
}

export function TimelineRow({ entry, view, checks, quotes }: TimelineRowProps) {
  const t = useWords('case');
  switch (entry.kind) {
    case 'call': {
      const { call } = entry;
      const thereMs = call.startedAtMs + call.utcOffsetMinutes * 60_000;
      return (
        <Row icon={Phone} when={<When ms={thereMs} timeZone="UTC" />} kind="call">
          <CallEntry
            call={call}
            alone={new Set(view.newest.map(({ company }) => company)).size < 2}
            quotes={quotes}
          />
        </Row>
      );
    }
    case 'letter':
      return (
        <Row icon={Mail} when={<When ms={entry.atMs} />} kind="letter">
          <details className={styles.letter}>
            <summary>
              {t(entry.letter.how === 'mail' ? 'timeline.letterMail' : 'timeline.letterCopied')}
            </summary>
            <p className={styles.text}>{entry.letter.text}</p>
          </details>
        </Row>
      );
    case 'offer':
      return <OfferEntry offer={entry.offer} />;
    case 'note':
      return <NoteEntry note={entry.note} />;
    case 'file':
      return <FileEntry file={entry.file} caseId={view.file?.id ?? ''} check={checks?.[entry.file.id]} />;
    case 'closed':
      return (
        <Row icon={Check} when={<When ms={entry.atMs} />} kind="closed">
          <Chip tone="consent">{t('timeline.closed')}</Chip> {entry.ending}
        </Row>
      );
  }
}

function When({ ms, timeZone }: { ms: number; timeZone?: string }) {
  return (
    <time dateTime={new Date(ms).toISOString()}>
      {shortDate(ms, timeZone)} <small>{timeOfDay(ms, timeZone)}</small>
    </time>
  );
}

function OfferEntry({ offer }: { offer: Offer }) {
  const t = useWords('case');
  const { change } = useCase();
  return (
    <Row
      icon={HandCoins}
      kind="offer"
      when={
        <DayBox
          quiet
          label={t('timeline.day', { what: offer.text })}
          day={offer.on}
          onChange={(on) => on && change({ kind: 'change-offer', id: offer.id, patch: { on } })}
        />
      }
    >
      <Chip>{t('timeline.offer')}</Chip> {offer.text}{' '}
      {offer.amount && <Chip tone="promise">{readableAmount(offer.amount)}</Chip>}
    </Row>
  );
}

function NoteEntry({ note }: { note: CaseNote }) {
  const t = useWords('case');
  const { change, save } = useCase();
  const text = useSavedText(
    note.text,
    (words) => save({ kind: 'change-note', id: note.id, patch: { text: words } }),
    note.id,
  );
  const remove = () => {
    change({ kind: 'remove-note', id: note.id });
    notify(t('notes.removed'), () => change({ kind: 'put-note', note: { ...note, text: text.text } }));
  };
  return (
    <Row
      icon={StickyNote}
      kind="note"
      when={
        <DayBox
          quiet
          label={t('timeline.day', { what: note.text.slice(0, 60) })}
          day={note.on}
          onChange={(on) => on && change({ kind: 'change-note', id: note.id, patch: { on } })}
        />
      }
      tools={
        <Button variant="quiet" icon aria-label={t('notes.remove')} onPress={remove}>
          <X size={15} aria-hidden="true" />
        </Button>
      }
    >
      <div className={styles.written}>
        <TextField
          label={t('notes.one')}
          labelHidden
          rows={Math.min(8, Math.max(1, text.text.split('\n').length))}
          value={text.text}
          onChange={text.change}
          onBlur={text.flush}
        />
      </div>
    </Row>
  );
}
