// One mark of a call: its moment, what it is, and its words; a press plays from there.
import { Pencil, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { Mark, MarkKind } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { clock } from '../ui/format.ts';
import type { CallEditor } from './call-editor.ts';
import { MarkWords } from './mark-words.tsx';
import { oneLine, useDraft } from './use-draft.ts';
import styles from './mark-row.module.css';

/** The button that plays a mark: where the arrows of the list lead. */
export const markButtonAttribute = 'data-mark-button';
/** The row, with the mark's id. */
export const markRowAttribute = 'data-mark';

const tones: Partial<Record<MarkKind, ChipTone>> = { promise: 'promise', consent: 'consent' };

interface MarkRowProps {
  mark: Mark;
  editor: CallEditor;
  /** True while it is being played. */
  heard: boolean;
  /** True for the one row that Tab reaches. */
  reachable: boolean;
  editing: boolean;
  onPlay: (mark: Mark) => void;
  /** Begins to edit a mark's words; null ends it. */
  onEdit: (markId: string | null) => void;
  onRemove: (mark: Mark) => void;
}

export const MarkRow = memo(function MarkRow(props: MarkRowProps) {
  const { mark, editor, heard, reachable, editing, onPlay, onEdit, onRemove } = props;
  const t = useWords('call');
  const common = useWords('common');
  const row = useRef<HTMLLIElement>(null);
  const at = clock(mark.fromMs);
  const head = (
    <>
      <span className={styles.time}>{at}</span>
      <Chip tone={tones[mark.kind] ?? 'neutral'}>{common(`mark.${mark.kind}`)}</Chip>
    </>
  );
  const stopEditing = (goBack: boolean) => {
    onEdit(null);
    if (goBack)
      requestAnimationFrame(() =>
        row.current?.querySelector<HTMLElement>(`[${markButtonAttribute}]`)?.focus(),
      );
  };
  return (
    <li
      ref={row}
      className={styles.row}
      data-kind={mark.kind}
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
    </li>
  );
});

interface WordsBoxProps {
  mark: Mark;
  editor: CallEditor;
  /** `goBack`: finished by a key, so that the keyboard goes on from the row. */
  onDone: (goBack: boolean) => void;
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
        onDone(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        done.current = true;
        if (event.key === 'Enter') draft.leave();
        else draft.leaveWith(before.current);
        onDone(true);
      }}
    />
  );
}
