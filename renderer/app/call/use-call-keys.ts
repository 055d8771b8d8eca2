// Listens for the Call screen's keys wherever the focus is, as long as the screen is up.
import { useEffect, useEffectEvent } from 'react';
import { hasSides } from '../../../contract/import.ts';
import type { CallEditor } from './call-editor.ts';
import { actionOf, focusOf, type KeyAction } from './keys.ts';
import type { Listening } from './listening.ts';

/** Who writes along needs the last words again. */
const stepBackMs = 1500;

export function useCallKeys(listening: Listening, editor: CallEditor, showHelp: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // What is open on top of the screen has the keys for itself.
    const onTop =
      event.target instanceof Element && event.target.closest('[role="alertdialog"], [role="dialog"]');
    if (event.defaultPrevented || event.isComposing || onTop) return;
    const action = actionOf(event, focusOf(event.target));
    if (!action) return;
    event.preventDefault();
    if (action.do === 'help') showHelp();
    else run(action, listening, editor);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function run(action: Exclude<KeyAction, { do: 'help' }>, listening: Listening, editor: CallEditor): void {
  const { player, wave } = listening;
  switch (action.do) {
    case 'undo':
      return editor.undo();
    case 'redo':
      return editor.redo();
    case 'toggle':
      return player.toggle();
    case 'toggle-back':
      return player.toggleWithStepBack(stepBackMs);
    case 'nudge':
      return player.nudge(action.byMs);
    case 'start':
      return player.seek(0);
    case 'end':
      return player.seek(player.durationMs);
    case 'speed':
      return player.changeSpeed(action.by);
    case 'hear':
      return hasSides(editor.view().call) ? player.hear(action.heard) : undefined;
    case 'skip':
      return listening.toggleSkip();
    case 'mark':
      return listening.goToMark(action.which);
    case 'loop':
      return listening.toggleLoop();
    case 'set-end':
      return listening.setEnd(action.which);
    case 'zoom':
      return listening.zoom(action.direction);
    case 'show-all':
      return wave.showAll();
    case 'follow':
      return listening.toggleFollow();
  }
}
