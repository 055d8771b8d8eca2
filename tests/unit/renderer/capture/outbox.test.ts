// Pages reach the app in order, each fact exactly once, and a refusal neither loses nor reorders one.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TimelineFact } from '../../../../contract/capture.ts';
import type { Settled } from '../../../../contract/failure.ts';
import type { Door } from '../../../../renderer/capture/door.ts';
import { Outbox } from '../../../../renderer/capture/outbox.ts';

type Asked = { name: string; args: readonly unknown[] };

const ok: Settled<never> = { ok: true, value: undefined as never };
const no: Settled<never> = { ok: false, code: 'disk-full', message: 'full' };
const fact = (atMs: number): TimelineFact => ({ type: 'paused', atMs });
const page = (n: number) => Uint8Array.of(n);
const frames = { you: 0, them: 0 };

let asked: Asked[];
let answers: ((at: number) => Promise<Settled<never>>) | null;
let troubles: string[];
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  asked = [];
  answers = null;
  troubles = [];
  const door: Door = {
    ask: (name, ...args) => {
      asked.push({ name, args });
      return answers?.(asked.length - 1) ?? Promise.resolve(ok);
    },
    listen: () => () => {},
  };
  outbox = new Outbox(door, 'call', (message) => troubles.push(message));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sentPages = () =>
  asked
    .filter(({ name }) => name === 'capture:page')
    .map(({ args }) => (args[0] as { page: Uint8Array }).page[0]);
const sentFacts = () =>
  asked.flatMap(({ name, args }) =>
    name === 'capture:page' ? (args[0] as { facts: TimelineFact[] }).facts : (args[1] as TimelineFact[]),
  );

test('a page carries the facts noted before it, and the next page does not repeat them', async () => {
  outbox.note([fact(1), fact(2)]);
  outbox.page(page(1), new Uint8Array(), frames);
  outbox.page(page(2), new Uint8Array(), frames);
  await outbox.empty();
  expect(asked.map(({ name }) => name)).toEqual(['capture:page', 'capture:page']);
  expect(sentFacts()).toEqual([fact(1), fact(2)]);
});

test('facts that no page carries within 250 ms go alone', async () => {
  outbox.note([fact(1)]);
  outbox.tick(performance.now() * 1_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(260);
  outbox.tick(performance.now() * 1_000);
  await outbox.empty();
  outbox.page(page(1), new Uint8Array(), frames);
  await outbox.empty();
  expect(asked.map(({ name }) => name)).toEqual(['capture:facts', 'capture:page']);
  expect(sentFacts()).toEqual([fact(1)]);
});

test('the next page waits for the answer to the one before', async () => {
  let answer: (settled: Settled<never>) => void = () => {};
  answers = () => new Promise((resolve) => (answer = resolve));
  outbox.page(page(1), new Uint8Array(), frames);
  outbox.page(page(2), new Uint8Array(), frames);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sentPages()).toEqual([1]);
  answer(ok);
  await vi.advanceTimersByTimeAsync(0);
  expect(sentPages()).toEqual([1, 2]);
});

test('a refused or unanswered page is sent again, before any other', async () => {
  answers = (at) =>
    at === 0 ? Promise.resolve(no) : at === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(ok);
  outbox.page(page(1), new Uint8Array(), frames);
  outbox.page(page(2), new Uint8Array(), frames);
  await vi.advanceTimersByTimeAsync(1_000);
  await outbox.empty();
  expect(sentPages()).toEqual([1, 1, 1, 2]);
  expect(troubles).toEqual([]);
});

test('what is refused for 10 s is given up with trouble, and nothing is sent after it', async () => {
  answers = () => Promise.resolve(no);
  outbox.page(page(1), new Uint8Array(), frames);
  outbox.page(page(2), new Uint8Array(), frames);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(troubles).toEqual(['page refused: disk-full full']);
  expect(new Set(sentPages())).toEqual(new Set([1]));
  const before = asked.length;
  outbox.page(page(3), new Uint8Array(), frames);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(before);
});

test('empty sends the facts that are left and resolves when all is answered', async () => {
  outbox.page(page(1), new Uint8Array(), frames);
  outbox.note([fact(9)]);
  await outbox.empty();
  expect(asked.map(({ name }) => name)).toEqual(['capture:page', 'capture:facts']);
});

test('a page that is put just as the last answer comes is sent too', async () => {
  for (let later = 0; later < 8; later += 1) {
    let settled: Promise<unknown> = Promise.resolve();
    for (let turn = 0; turn < later; turn += 1) settled = settled.then(() => undefined);
    void settled.then(() => outbox.page(page(2), new Uint8Array(), frames));
    outbox.page(page(1), new Uint8Array(), frames);
    await vi.advanceTimersByTimeAsync(10);
    await outbox.empty();
    expect(sentPages(), `${later} turns later`).toHaveLength(2 * (later + 1));
  }
});
