// The single keys that work during a call, and when a key press is one of them.
import { useEffect, useEffectEvent } from 'react';
import { markChoices, type MarkChoice } from './mark-choices.ts';
import { typeAhead } from './type-ahead.ts';

export type CallKey = MarkChoice | 'pause' | 'undo' | null;

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'repeat' | 'isComposing'
>;

/** Where the focus is: where letters are text, where Space presses something, or elsewhere. */
export type Place = 'typing' | 'pressing' | 'free';

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role$="dialog"]';
const pressing = 'button, a, summary, [role="button"], [role="radio"], [role="option"]';

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'free';
  if (target.closest(typing)) return 'typing';
  return target.closest(pressing) ? 'pressing' : 'free';
}

/** What a key press asks for; null where it is text, a shortcut of something else, or nothing. */
export function callKeyOf(press: KeyPress, place: Place): CallKey {
  // A key held down counts once: it must not take back one mark after the other.
  if (press.altKey || press.repeat || press.isComposing || place === 'typing') return null;
  if (press.ctrlKey || press.metaKey) return !press.shiftKey && letterOf(press) === 'Z' ? 'undo' : null;
  if (press.key === ' ') return place === 'pressing' ? null : 'pause';
  const letter = letterOf(press);
  return markChoices.find((choice) => choice.key === letter) ?? null;
}

/** The letter; on a keyboard without Latin letters, the letter that would stand there. */
export function letterOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return key.length === 1 && /^Key[A-Z]$/.test(code) && key > '\u007f' ? code.slice(3) : '';
}

/** Hears the call's keys while the component is there. */
export function useCallKeys(press: (key: MarkChoice | 'pause' | 'undo') => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const place = placeOf(event.target);
    if (place !== 'typing' && typeAhead.hear(event)) return event.preventDefault();
    const key = callKeyOf(event, place);
    if (key === null) return;
    event.preventDefault();
    press(key);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
