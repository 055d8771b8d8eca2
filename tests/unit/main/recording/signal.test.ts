// Waiting for word: the right one, in time, or a failure that says so.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeSignal } from '../../../../main/recording/signal.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('everybody who waits hears the first word that fits them, and only what comes after they asked', async () => {
  const signal = makeSignal<string>();
  signal.tell('too early');
  const any = signal.next(1_000);
  const second = signal.next(1_000, (one) => one === 'second');
  signal.tell('first');
  signal.tell('second');
  expect(await Promise.all([any, second])).toEqual(['first', 'second']);
  expect(vi.getTimerCount()).toBe(0);
});

test('when no word that fits comes in time, waiting ends with a failure', async () => {
  const signal = makeSignal<string>();
  const heard: string[] = [];
  const never = signal.next(1_000, (one) => heard.push(one) < 0);
  signal.tell('another');
  await Promise.all([
    expect(never).rejects.toMatchObject({ code: 'capture-failed' }),
    vi.advanceTimersByTimeAsync(1_000),
  ]);
  signal.tell('too late');
  expect(heard).toEqual(['another']);
});
