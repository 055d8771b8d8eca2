// Keys work wherever nobody is typing, and leave alone what belongs to something else.
import { describe, expect, test } from 'vitest';
import { actionOf, type FocusOn } from '../../../../renderer/app/call/keys.ts';

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, held: Partial<typeof none> = {}, focus: FocusOn = 'other') =>
  actionOf({ key, ...none, ...held }, focus);

describe('actionOf', () => {
  test('plays and pauses by Space and K', () => {
    expect(press(' ')).toEqual({ do: 'toggle' });
    expect(press('k')).toEqual({ do: 'toggle' });
  });

  test('leaves Space to a button that has the focus', () => {
    expect(press(' ', {}, 'button')).toBeNull();
    expect(press('ArrowLeft', {}, 'button')).toEqual({ do: 'nudge', byMs: -5000 });
  });

  test('leaves everything to a box that has the focus, undo included', () => {
    for (const key of [' ', 'k', 'ArrowLeft', 'Home']) expect(press(key, {}, 'text')).toBeNull();
    expect(press('z', { ctrlKey: true }, 'text')).toBeNull();
  });

  test('seeks by 5 s, with Shift by 30 s, with J and L by 10 s, and to the ends', () => {
    expect(press('ArrowRight')).toEqual({ do: 'nudge', byMs: 5000 });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ do: 'nudge', byMs: -30_000 });
    expect(press('j')).toEqual({ do: 'nudge', byMs: -10_000 });
    expect(press('l')).toEqual({ do: 'nudge', byMs: 10_000 });
    expect(press('Home')).toEqual({ do: 'start' });
    expect(press('End')).toEqual({ do: 'end' });
  });

  test('undoes and redoes, on every system', () => {
    expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(press('z', { metaKey: true })).toEqual({ do: 'undo' });
    expect(press('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
    expect(press('y', { ctrlKey: true })).toEqual({ do: 'redo' });
  });

  test('leaves the system’s own combinations alone', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('l', { ctrlKey: true })).toBeNull();
    expect(press('x')).toBeNull();
  });

  test('keeps oTranscribe’s keys working in the midst of writing', () => {
    for (const focus of ['text', 'button', 'other'] as const) {
      expect(press('Escape', {}, focus)).toEqual({ do: 'toggle-back' });
      expect(press('F1', {}, focus)).toEqual({ do: 'nudge', byMs: -2000 });
      expect(press('F4', {}, focus)).toEqual({ do: 'speed', by: 1 });
    }
    expect(press('F4', { altKey: true })).toBeNull();
  });

  test('zooms, sets the ends of marks and helps on every keyboard, with Shift or AltGr or without', () => {
    for (const held of [{}, { shiftKey: true }, { ctrlKey: true, altKey: true }]) {
      expect(press('+', held)).toEqual({ do: 'zoom', direction: 'in' });
      expect(press('[', held)).toEqual({ do: 'set-end', which: 'from' });
      expect(press('?', held)).toEqual({ do: 'help' });
    }
    expect(press('+', { ctrlKey: true })).toBeNull();
    expect(press('[', {}, 'text')).toBeNull();
  });
});
