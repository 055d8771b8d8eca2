// One mark of a call: its moment, what it is, and its words; a press plays from there.
import { Pencil, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { Mark, PromiseDetail } from '../../../contract/call.ts';
import { shownKind } from '../../../contract/consent.ts';
import { useWords } from '../i18n.ts';
import { chipTone } from '../live/chip-tone.ts';
import { PromiseChips } from '../promise/promise-chips.tsx';
import { PromiseFields } from '../promise/promise-fields.tsx';
import { ProofLine } from '../promise/proof-line.tsx';
import { PromiseStatus } from '../promise/promise-status.tsx';
import { suggestionFor } from '../promise/understood.ts';
import { Chip } from '../ui/chip.tsx';
import { clock } from '../ui/format.ts';
import type { CallEditor } from './call-editor.ts';
import { MarkWords } from './mark-words.tsx';
import { oneLine, useDraft } from './use-draft.ts';
import styles from './mark-row.module.css';

/** The button that plays a mark: where the arrows of the list lead. */
export const markButtonAttribute = 'data-mark-button';
/** The row, with the mark's id. */
export const markRowAttribute = 'data-mark';

interface MarkRowProps {
  mark: Mark;
  /** The call's calendar date. */
  day: string;
  editor: CallEditor;
  /** True while it is being played. */
  heard: boolean;
  /** True for the one row that Tab reaches. */
  reachable: boolean;
  editing: boolean;
  /** True: may stand in the colour of consent. */
  consented: boolean;
  onPlay: (mark: Mark) => void;
  /** Begins to edit a mark's words; null ends it. */
  onEdit: (markId: string | null) => void;
  onRemove: (mark: Mark) => void;
}

export const MarkRow = memo(function MarkRow(props: MarkRowProps) {
  const { mark, day, editor, heard, reachable, editing, consented, onPlay, onEdit, onRemove } = props;
  const t = useWords('call');
  const common = useWords('common');
  const row = useRef<HTMLLIElement>(null);
  const at = clock(mark.fromMs);
  const tone = chipTone(mark, consented);
  const head = (
    <>
      <span className={styles.time}>{at}</span>
      <Chip tone={tone}>{common(`mark.${shownKind(mark)}`)}</Chip>
    </>
  );
  const stopEditing = () => {
    onEdit(null);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(`[${markButtonAttribute}]`)?.focus());
  };
  return (
    <li
      ref={row}
      className={styles.row}
      data-tone={tone}
      data-heard={heard || undefined}
      {...{ [markRowAttribute]: mark.id }}
    >
      {editing ? (
        <div className={styles.main}>
          {head}
          <WordsBox mark={mark} editor={editor} onDone={stopEditing} />
        </div>
      ) : (
        <button
          type="button"
          className={styles.main}
          tabIndex={reachable ? 0 : -1}
          title={t('marks.listen', { at })}
          aria-current={heard || undefined}
          aria-keyshortcuts="Enter F2 Delete"
          onClick={() => onPlay(mark)}
          {...{ [markButtonAttribute]: true }}
        >
          {head}
          <MarkWords mark={mark} />
        </button>
      )}
      <button
        type="button"
        className={styles.tool}
        tabIndex={reachable ? 0 : -1}
        aria-label={t('marks.edit', { at })}
        onClick={() => onEdit(mark.id)}
      >
        <Pencil size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.tool}
        tabIndex={reachable ? 0 : -1}
        aria-label={t('marks.remove', { at })}
        onClick={() => onRemove(mark)}
      >
        <X size={16} aria-hidden="true" />
      </button>
      {mark.promise && (
        <PromiseLine mark={mark} promise={mark.promise} {...{ day, editor, editing, reachable }} />
      )}
    </li>
  );
});

interface PromiseLineProps {
  mark: Mark;
  promise: PromiseDetail;
  day: string;
  editor: CallEditor;
  editing: boolean;
  reachable: boolean;
}

/** What was promised until when, by whom, and whether it was kept; the fields themselves while the mark is edited. */
function PromiseLine({ mark, promise, day, editor, editing, reachable }: PromiseLineProps) {
  const t = useWords('promise');
  const tabIndex = reachable ? 0 : -1;
  const change = (changed: Partial<PromiseDetail>) =>
    editor.change({ on: 'mark', mark: { ...mark, promise: { ...promise, ...changed } } });
  return (
    <div className={styles.promise}>
      {editing ? (
        <PromiseFields promise={promise} onChange={change} />
      ) : (
        <>
          <PromiseStatus
            promise={promise}
            label={t('statusAt', { at: clock(mark.fromMs) })}
            onChange={change}
            tabIndex={tabIndex}
          />
          <PromiseChips
            promise={promise}
            suggestion={suggestionFor(promise, mark.text, day)}
            onAccept={change}
            tabIndex={tabIndex}
          />
          {promise.who && <span className={styles.fact}>{t('from', { who: promise.who })}</span>}
          {promise.status !== 'open' && promise.proof && (
            <ProofLine proof={promise.proof} tabIndex={tabIndex} />
          )}
        </>
      )}
    </div>
  );
}

interface WordsBoxProps {
  mark: Mark;
  editor: CallEditor;
  /** Finished by a key: the keyboard goes on from the row. */
  onDone: () => void;
}

function WordsBox({ mark, editor, onDone }: WordsBoxProps) {
  const t = useWords('call');
  const box = useRef<HTMLInputElement>(null);
  const draft = useDraft(mark.text, editor, (text) => ({ on: 'mark', mark: { ...mark, text } }), oneLine);
  const before = useRef(mark.text);
  /** The box is about to go, and may be left once more by going. */
  const done = useRef(false);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return (
    <input
      ref={box}
      className={styles.box}
      type="text"
      aria-label={t(`marks.words.${mark.kind}`)}
      placeholder={t(`marks.words.${mark.kind}`)}
      value={draft.text}
      onChange={(event) => draft.write(event.target.value)}
      onBlur={() => {
        if (!done.current) draft.leave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        done.current = true;
        if (event.key === 'Enter') draft.leave();
        else draft.leaveWith(before.current);
        onDone();
      }}
    />
  );
}
