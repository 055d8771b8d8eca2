// A call that could be read: its head, its sound, its marks, its notes, and what is known about the recording.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Call } from '../../../contract/call.ts';
import { ConsentLine } from '../consent/consent-line.tsx';
import { useWords } from '../i18n.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { CallHeader } from './call-header.tsx';
import { ConfirmationCard } from './confirmation-card.tsx';
import { KeyHelp } from './key-help.tsx';
import { MarkList } from './mark-list.tsx';
import { NotesBox } from './notes-box.tsx';
import { PlayerBar } from './player-bar.tsx';
import { RecordingFacts } from './recording-facts.tsx';
import { useCallEditor } from './use-call-editor.ts';
import { useCallKeys } from './use-call-keys.ts';
import { useListening, usePlayer } from './use-player.ts';
import { useStartPlace } from './use-start-place.ts';
import { WaveformView } from './waveform-view.tsx';
import styles from './open-call.module.css';

export function OpenCall({ call: read }: { call: Call }) {
  const t = useWords('call');
  const editor = useCallEditor(read);
  const { call, save } = useSyncExternalStore(editor.subscribe, editor.view);
  const player = usePlayer(call.id, call.durationMs);
  const listening = useListening(player, editor);
  const [keysOpen, setKeysOpen] = useState(false);
  useCallKeys(listening, editor, () => setKeysOpen(true));
  useStartPlace(player, call.id);
  const main = useRef<HTMLElement>(null);
  // What was pressed to come here is gone: the keyboard goes on from here, not from the window's first link.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={main} className={styles.screen} tabIndex={-1}>
      <div>
        <CallHeader call={call} save={save} editor={editor} />
        <ConsentLine marks={call.marks} onHear={({ fromMs }) => player.playFrom(fromMs)} />
      </div>
      <div className={styles.body}>
        {save.phase === 'failed' && (
          <FailureNote
            code={save.code}
            onRetry={() => editor.retry()}
            action={<span className={styles.kept}>{t('save.kept')}</span>}
          />
        )}
        <WaveformView call={call} listening={listening} />
        <PlayerBar call={call} listening={listening} onShowKeys={() => setKeysOpen(true)} />
        <div className={styles.columns}>
          <MarkList call={call} editor={editor} player={player} />
          <div className={styles.side}>
            <NotesBox notes={call.notes} editor={editor} />
            <ConfirmationCard call={call} />
            <RecordingFacts call={call} />
          </div>
        </div>
      </div>
      <KeyHelp open={keysOpen} onClose={() => setKeysOpen(false)} />
    </main>
  );
}
