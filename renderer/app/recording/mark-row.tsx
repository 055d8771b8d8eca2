// One mark: its moment, what it is, words that are saved as they are typed, and a way to take it away again.
import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { CallId, Mark } from '../../../contract/call.ts';
import { shownKind } from '../../../contract/consent.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { useOnDiskMs, useRecorder } from '../live/recorder.ts';
import { PromiseChips } from '../promise/promise-chips.tsx';
import { suggestionFor, type Suggestion } from '../promise/understood.ts';
import { reportFailure } from '../report.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { chipTone } from '../live/chip-tone.ts';
import { Chip } from '../ui/chip.tsx';
import { clock, readableLength, shortClock } from '../ui/format.ts';
import { notify } from '../ui/toast.tsx';
import styles from './mark-row.module.css';
import { typeAhead } from '../live/type-ahead.ts';

interface MarkRowProps {
  callId: CallId;
  mark: Mark;
  /** The call's calendar date: what "tomorrow" counts from. */
  day: string;
  /** Who promised. */
  who: string;
  /** True: a hold that is still going on. */
  open: boolean;
  /** True: may stand in the colour of consent. */
  consented: boolean;
}

export function MarkRow({ callId, mark, day, who, open, consented }: MarkRowProps) {
  const t = useWords('recording');
  const common = useWords('common');
  const promise = useWords('promise');
  const at = clock(mark.fromMs);
  const remove = () => {
    ask('marks:remove', callId, mark.id)
      .then((gone) =>
        notify(t('markRemoved', { at }), () => void ask('marks:put', callId, gone).catch(reportFailure)),
      )
      .catch(reportFailure);
  };
  return (
    <li className={styles.row}>
      <span className={styles.time}>{at}</span>
      <Chip tone={chipTone(mark, consented)}>{common(`mark.${shownKind(mark)}`)}</Chip>
      <span className={styles.words}>
        <Fact mark={mark} open={open} />
        <WordsBox callId={callId} mark={mark} day={day} />
      </span>
      <span className={styles.who}>{who && promise('from', { who })}</span>
      <Button
        className={styles.remove}
        variant="quiet"
        icon
        aria-label={t('removeMark', { at })}
        onPress={remove}
      >
        <X size={16} aria-hidden="true" />
      </Button>
    </li>
  );
}

/** What is known without words: how long the hold was, who announced. */
function Fact({ mark, open }: { mark: Mark; open: boolean }) {
  const t = useWords('recording');
  const common = useWords('common');
  const nowMs = useOnDiskMs();
  if (mark.consent) return <span>{common(`consent.${mark.consent.event}`)}</span>;
  if (mark.kind !== 'hold') return null;
  const length = open
    ? t('holdSoFar', { time: shortClock(nowMs - mark.fromMs) })
    : readableLength(mark.toMs - mark.fromMs);
  return <span className={styles.length}>{length}</span>;
}

function WordsBox({ callId, mark, day }: { callId: CallId; mark: Mark; day: string }) {
  const t = useWords('recording');
  const box = useRef<HTMLInputElement>(null);
  const latest = useRef(mark);
  useEffect(() => {
    latest.current = mark;
  }, [mark]);
  const save = (text: string) =>
    ask('marks:put', callId, { ...latest.current, text, updatedAt: new Date().toISOString() });
  const words = useSavedText(mark.text, save, mark.id);
  const suggestion = mark.promise ? suggestionFor(mark.promise, words.text, day) : {};
  const accept = (accepted: Suggestion) => {
    if (!latest.current.promise || Object.keys(accepted).length === 0) return;
    words.flush();
    const promise = { ...latest.current.promise, ...accepted };
    // What is typed before the answer is there must not take it back.
    latest.current = { ...latest.current, text: words.text, promise };
    save(words.text).catch(reportFailure);
  };
  const wanted = useRecorder((recorder) => recorder.focusMarkId === mark.id);
  const takeUp = useEffectEvent(() => {
    const { text, entered } = typeAhead.end();
    if (text) words.change(text);
    if (entered) words.flush();
    else box.current?.focus();
    useRecorder.setState({ focusMarkId: null });
  });
  useEffect(() => {
    if (wanted) takeUp();
  }, [wanted]);
  return (
    <>
      <input
        ref={box}
        className={styles.box}
        type="text"
        aria-label={t(`words.${mark.kind}`)}
        placeholder={t(`words.${mark.kind}`)}
        value={words.text}
        onChange={(event) => words.change(event.target.value)}
        onBlur={words.flush}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // Back to the call, where single keys work again.
          event.preventDefault();
          if (event.key === 'Enter') accept(suggestion);
          event.currentTarget.closest<HTMLElement>('[data-home]')?.focus({ preventScroll: true });
        }}
      />
      {mark.promise && <PromiseChips promise={mark.promise} suggestion={suggestion} onAccept={accept} />}
    </>
  );
}
