// Listens for the Call screen's keys wherever the focus is, as long as the screen is up.
import { useEffect } from 'react';
import type { CallEditor } from './call-editor.ts';
import { actionOf, focusOf, type KeyAction } from './keys.ts';
import type { Player } from './player.ts';

export function useCallKeys(player: Player, editor: CallEditor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOf(event, focusOf(event.target));
      if (!action) return;
      event.preventDefault();
      run(action, player, editor);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [player, editor]);
}

function run(action: KeyAction, player: Player, editor: CallEditor): void {
  switch (action.do) {
    case 'undo':
      return editor.undo();
    case 'redo':
      return editor.redo();
    case 'toggle':
      return player.toggle();
    case 'nudge':
      return player.nudge(action.byMs);
    case 'start':
      return player.seek(0);
    case 'end':
      return player.seek(player.durationMs);
  }
}
