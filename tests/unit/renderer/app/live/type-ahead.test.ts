// Fast fingers: what is typed before the box is there is not lost and marks nothing.
import { expect, test } from 'vitest';
import { TypeAhead } from '../../../../../renderer/app/live/type-ahead.ts';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

function typed(...keys: string[]): TypeAhead {
  const ahead = new TypeAhead();
  ahead.begin();
  for (const key of keys) ahead.hear(press(key));
  return ahead;
}

test('letters are the first words', () => {
  expect(typed('M', 'a', 'r', 'i', 'a').end()).toEqual({ text: 'Maria', entered: false });
});

test('Backspace takes a letter back, Enter ends the words', () => {
  expect(typed('M', 'x', 'Backspace', 'o', 'Enter').end()).toEqual({ text: 'Mo', entered: true });
});

test('after Enter, keys mark again', () => {
  expect(typed('M', 'Enter').hear(press('p'))).toBe(false);
});

test('without a mark on its way, and once its box is there, keys are not taken', () => {
  expect(new TypeAhead().hear(press('p'))).toBe(false);
  const ahead = typed('a');
  ahead.end();
  expect(ahead.hear(press('p'))).toBe(false);
  expect(ahead.end()).toEqual({ text: '', entered: false });
});

test('shortcuts are never words', () => expect(typed().hear(press('r', true))).toBe(false));
