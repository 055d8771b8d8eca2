import { describe, expect, it } from 'vitest';
import { callKeyOf } from '../../../../../renderer/app/live/call-keys.ts';
import { markChoices } from '../../../../../renderer/app/live/mark-choices.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

describe('keys of a call', () => {
  it.each([
    ['p', 'promise'],
    ['r', 'reference'],
    ['a', 'agent'],
    ['h', 'hold'],
    ['c', 'you-announced'],
    ['y', 'they-announced'],
    ['t', 'transfer'],
    ['x', 'refusal'],
    ['n', 'note'],
    ['P', 'promise'],
  ])('%s marks %s', (key, id) => {
    expect(callKeyOf(press(key), 'free')).toMatchObject({ id });
    expect(callKeyOf(press(key), 'pressing')).toMatchObject({ id });
  });

  it('gives every mark a key of its own', () => {
    expect(new Set(markChoices.map((choice) => choice.key)).size).toBe(markChoices.length);
  });

  it('takes back by Ctrl or Cmd and Z, except where that is a text’s own undo', () => {
    expect(callKeyOf(press('z', { ctrlKey: true }), 'free')).toBe('undo');
    expect(callKeyOf(press('z', { metaKey: true }), 'pressing')).toBe('undo');
    expect(callKeyOf(press('я', { ctrlKey: true, code: 'KeyZ' }), 'free')).toBe('undo');
    expect(callKeyOf(press('z', { ctrlKey: true }), 'typing')).toBeNull();
    expect(callKeyOf(press('z', { ctrlKey: true, shiftKey: true }), 'free')).toBeNull();
    expect(callKeyOf(press('z', { ctrlKey: true, repeat: true }), 'free')).toBeNull();
    expect(callKeyOf(press('z'), 'free')).toBeNull();
  });

  it('pauses by Space, except where Space presses something', () => {
    expect(callKeyOf(press(' '), 'free')).toBe('pause');
    expect(callKeyOf(press(' '), 'pressing')).toBeNull();
  });

  it.each(['p', 'h', ' '])('leaves "%s" in a text box to be text', (key) => {
    expect(callKeyOf(press(key), 'typing')).toBeNull();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }])(
    'is not meant with %o',
    (more) => expect(callKeyOf(press('p', more), 'free')).toBeNull(),
  );

  it('goes by the place of the key where letters are not Latin', () => {
    expect(callKeyOf(press('з', { code: 'KeyP' }), 'free')).toMatchObject({ id: 'promise' });
    expect(callKeyOf(press('l', { code: 'KeyP' }), 'free')).toBeNull();
    expect(callKeyOf(press('1', { code: 'Digit1' }), 'free')).toBeNull();
  });
});
