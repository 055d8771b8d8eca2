// Which key does what on the Call screen.
import type { Heard } from './skip.ts';

export type KeyAction =
  | { do: 'toggle' }
  | { do: 'toggle-back' }
  | { do: 'nudge'; byMs: number }
  | { do: 'start' }
  | { do: 'end' }
  | { do: 'speed'; by: -1 | 1 }
  | { do: 'hear'; heard: Heard }
  | { do: 'skip' }
  | { do: 'mark'; which: 'next' | 'before' }
  | { do: 'loop' }
  | { do: 'set-end'; which: 'from' | 'to' }
  | { do: 'zoom'; direction: 'in' | 'out' }
  | { do: 'show-all' }
  | { do: 'follow' }
  | { do: 'help' }
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

/** oTranscribe's keys, for both hands on the keyboard: they work in the midst of writing, too. */
const writing: Readonly<Record<string, KeyAction>> = {
  Escape: { do: 'toggle-back' },
  F1: { do: 'nudge', byMs: -2000 },
  F2: { do: 'nudge', byMs: 2000 },
  F3: { do: 'speed', by: -1 },
  F4: { do: 'speed', by: 1 },
};

const single: Readonly<Record<string, KeyAction>> = {
  k: { do: 'toggle' },
  // 10 s, as players everywhere do.
  j: { do: 'nudge', byMs: -10_000 },
  l: { do: 'nudge', byMs: 10_000 },
  Home: { do: 'start' },
  End: { do: 'end' },
  '1': { do: 'hear', heard: 'both' },
  '2': { do: 'hear', heard: 'you' },
  '3': { do: 'hear', heard: 'them' },
  s: { do: 'skip' },
  ',': { do: 'mark', which: 'before' },
  '.': { do: 'mark', which: 'next' },
  r: { do: 'loop' },
  '-': { do: 'zoom', direction: 'out' },
  '0': { do: 'show-all' },
  f: { do: 'follow' },
};

/** On some keyboards these need Shift, on some AltGr, which comes as Ctrl and Alt. */
const whateverIsHeld: Readonly<Record<string, KeyAction>> = {
  '+': { do: 'zoom', direction: 'in' },
  '=': { do: 'zoom', direction: 'in' },
  '[': { do: 'set-end', which: 'from' },
  ']': { do: 'set-end', which: 'to' },
  '?': { do: 'help' },
};

/** The action of a key, or null. */
export function actionOf(key: Key, focus: FocusOn): KeyAction | null {
  const command = key.ctrlKey || key.metaKey;
  if (!command && !key.altKey && !key.shiftKey && key.key in writing) return writing[key.key]!;
  if (focus === 'text') return null;
  const altGr = key.ctrlKey && key.altKey && !key.metaKey;
  if ((!command && !key.altKey) || altGr) {
    const action = whateverIsHeld[key.key];
    if (action) return action;
  }
  if (key.altKey) return null;
  if (command) {
    if (key.key.toLowerCase() === 'z') return { do: key.shiftKey ? 'redo' : 'undo' };
    return key.ctrlKey && key.key.toLowerCase() === 'y' ? { do: 'redo' } : null;
  }
  const step = key.shiftKey ? leapMs : stepMs;
  if (key.key === 'ArrowLeft') return { do: 'nudge', byMs: -step };
  if (key.key === 'ArrowRight') return { do: 'nudge', byMs: step };
  if (key.shiftKey) return null;
  if (key.key === ' ') return focus === 'button' ? null : { do: 'toggle' };
  return single[key.key] ?? null;
}

export function focusOf(target: EventTarget | null): FocusOn {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.closest('input, textarea, select, [contenteditable], [role="listbox"]')) return 'text';
  return target.closest('button, a[href], summary, [role="button"]') ? 'button' : 'other';
}
