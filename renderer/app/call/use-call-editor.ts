// The editor of the call on screen. One that could not save yet is kept, so that coming back finds the words again.
import { useEffect, useState } from 'react';
import type { Call, CallId } from '../../../contract/call.ts';
import { reportFailure } from '../report.ts';
import { CallEditor } from './call-editor.ts';
import { saveEdit } from './save-edit.ts';
import { saved } from './saved.ts';
import { savedBeforeLeaving } from '../unsaved.ts';

const unsettled = new Map<CallId, CallEditor>();
savedBeforeLeaving(() => Promise.allSettled([...unsettled.values()].map(saved)));

function open(call: Call): CallEditor {
  const kept = unsettled.get(call.id);
  if (kept) return kept;
  const editor = new CallEditor(call, saveEdit);
  unsettled.set(call.id, editor);
  return editor;
}

/** Saves what is left; forgets the editor once it has nothing more to save. Of what fails the screen can no longer tell. */
function leave(callId: CallId, editor: CallEditor): void {
  saved(editor).catch(reportFailure);
  const forget = () => {
    if (!editor.settled) return;
    if (unsettled.get(callId) === editor) unsettled.delete(callId);
    stop();
  };
  const stop = editor.subscribe(forget);
  forget();
}

/** For a component that lives as long as the call is on screen. */
export function useCallEditor(call: Call): CallEditor {
  const [editor] = useState(() => open(call));
  useEffect(() => editor.receive(call), [editor, call]);
  useEffect(() => {
    const rest = () => editor.rest();
    window.addEventListener('pagehide', rest);
    window.addEventListener('blur', rest);
    unsettled.set(call.id, editor);
    return () => {
      window.removeEventListener('pagehide', rest);
      window.removeEventListener('blur', rest);
      leave(call.id, editor);
    };
  }, [editor, call.id]);
  return editor;
}
