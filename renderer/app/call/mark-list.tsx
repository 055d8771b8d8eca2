// The marks of the call, in order: one press plays from there; each can be put into words, or taken away.
import { useCallback, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Call, Mark } from '../../../contract/call.ts';
import { marksOfConsent } from '../../../contract/consent.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import type { MarkChoice } from '../live/mark-choices.ts';
import { dayOf } from '../promise/understood.ts';
import { Card } from '../ui/card.tsx';
import { clock } from '../ui/format.ts';
import { notify } from '../ui/toast.tsx';
import type { CallEditor } from './call-editor.ts';
import { MarkHere } from './mark-here.tsx';
import { markMade } from './mark-made.ts';
import { MarkRow, markButtonAttribute, markRowAttribute } from './mark-row.tsx';
import { markAt } from './marks.ts';
import type { Player } from './player.ts';
import { useGrowing } from './use-growing.ts';
import { usePlayerValue } from './use-player.ts';
import styles from './mark-list.module.css';

const button = `[${markButtonAttribute}]`;

interface MarkListProps {
  call: Call;
  editor: CallEditor;
  player: Player;
}

export function MarkList({ call, editor, player }: MarkListProps) {
  const t = useWords('call');
  const { marks } = call;
  const day = dayOf(Date.parse(call.startedAt), call.utcOffsetMinutes);
  const consented = useMemo(() => marksOfConsent(marks), [marks]);
  const list = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const heard = usePlayerValue(player, ({ playing, atMs }) => (playing ? markAt(marks, atMs) : null));
  const reachable = marks.some((mark) => mark.id === reached) ? reached : marks[0]?.id;

  const [drawn, drawAll] = useGrowing(marks.length);
  const focus = (index: number) => {
    if (index >= drawn) flushSync(drawAll);
    list.current?.children[index]?.querySelector<HTMLElement>(button)?.focus();
  };
  const play = useCallback((mark: Mark) => player.playFrom(mark.fromMs), [player]);
  const remove = useCallback(
    (mark: Mark) => {
      const rows = [...(list.current?.children ?? [])];
      const gone = rows.findIndex((row) => row.getAttribute(markRowAttribute) === mark.id);
      // The next one takes its place, also for the keyboard.
      (rows[gone + 1] ?? rows[gone - 1])?.querySelector<HTMLElement>(button)?.focus();
      editor.change({ on: 'mark-removal', markId: mark.id });
      notify(t('marks.removed', { at: clock(mark.fromMs) }), () => editor.change({ on: 'mark', mark }));
    },
    [editor, t],
  );
  const reach = useRequest('settings:read', []).data?.reachBackMs;
  const markHere = (choice: MarkChoice) => {
    const now = new Date().toISOString();
    const made = markMade(call, choice, player.state(), reach?.[choice.kind] ?? 0, {
      id: crypto.randomUUID(),
      now,
    });
    drawAll();
    editor.change({ on: 'mark', mark: made });
    setReached(made.id);
    setEditing(choice.wantsWords ? made.id : null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isRow = event.target instanceof HTMLElement && event.target.hasAttribute(markButtonAttribute);
    const index = marks.findIndex((mark) => mark.id === reachable);
    const mark = marks[index];
    if (!isRow || !mark || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = marks.length - 1;
    const to = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0), Home: 0, End: last }[
      event.key
    ];
    if (to !== undefined) focus(to);
    else if (event.key === 'F2') setEditing(mark.id);
    else if (event.key === 'Delete') remove(mark);
    else return;
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent) => {
    const row = event.target.closest<HTMLElement>(`[${markRowAttribute}]`);
    if (row) setReached(row.getAttribute(markRowAttribute));
  };

  // Fields of the same mark are edited together.
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    const row = target.closest(`[${markRowAttribute}]`);
    if (editing && !row?.contains(relatedTarget)) setEditing(null);
  };

  if (marks.length === 0)
    return (
      <div>
        <MarkHere onMark={markHere} />
        <p className={styles.none}>{t('marks.none')}</p>
      </div>
    );
  return (
    <div>
      <MarkHere onMark={markHere} />
      <Card>
        <div
          className={styles.room}
          role="presentation"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={onBlur}
        >
          <ul ref={list} className={styles.list} aria-label={t('marks.list')}>
            {marks.slice(0, drawn).map((mark) => (
              <MarkRow
                key={mark.id}
                mark={mark}
                day={day}
                editor={editor}
                heard={mark.id === heard}
                reachable={mark.id === reachable}
                editing={mark.id === editing}
                consented={consented.has(mark.id)}
                onPlay={play}
                onEdit={setEditing}
                onRemove={remove}
              />
            ))}
          </ul>
        </div>
      </Card>
    </div>
  );
}
