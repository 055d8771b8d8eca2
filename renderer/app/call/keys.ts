// Which key does what on the Call screen, when nobody is typing.

export type KeyAction =
  | { do: 'toggle' }
  | { do: 'nudge'; byMs: number }
  | { do: 'start' }
  | { do: 'end' }
  | { do: 'undo' }
  | { do: 'redo' };

export interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** What has the focus: something that uses letters and arrows itself, something that uses Space itself, or neither. */
export type FocusOn = 'text' | 'button' | 'other';

const stepMs = 5000;
const leapMs = 30_000;

/** The action of a key, or null. J and L leap 10 s, as players everywhere do. */
export function actionOf(key: Key, focus: FocusOn): KeyAction | null {
  if (key.altKey || focus === 'text') return null;
  if (key.ctrlKey || key.metaKey) {
    if (key.key.toLowerCase() === 'z') return { do: key.shiftKey ? 'redo' : 'undo' };
    return key.ctrlKey && key.key.toLowerCase() === 'y' ? { do: 'redo' } : null;
  }
  const step = key.shiftKey ? leapMs : stepMs;
  if (key.key === 'ArrowLeft') return { do: 'nudge', byMs: -step };
  if (key.key === 'ArrowRight') return { do: 'nudge', byMs: step };
  if (key.shiftKey) return null;
  switch (key.key) {
    case ' ':
      return focus === 'button' ? null : { do: 'toggle' };
    case 'k':
      return { do: 'toggle' };
    case 'j':
      return { do: 'nudge', byMs: -10_000 };
    case 'l':
      return { do: 'nudge', byMs: 10_000 };
    case 'Home':
      return { do: 'start' };
    case 'End':
      return { do: 'end' };
    default:
      return null;
  }
}

export function focusOf(target: EventTarget | null): FocusOn {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.closest('input, textarea, select, [contenteditable], [role="listbox"]')) return 'text';
  return target.closest('button, a[href], summary, [role="button"]') ? 'button' : 'other';
}
