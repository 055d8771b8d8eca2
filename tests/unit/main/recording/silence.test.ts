// Whether a call was forgotten: voices, music and tones count, a fan and a click do not, and it asks no more than it may.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hearSilence,
  keepOn,
  startSilence,
  type Loudness,
  type Silence,
} from '../../../../main/recording/silence.ts';

const askAfterMs = 120_000;
const stepMs = 50;
const none: Loudness = { you: 0, them: 0 };
type Sound = (atMs: number) => Loudness;
const always =
  (levels: Loudness): Sound =>
  () =>
    levels;

/** Hears `sound` for that long; answers what it then is, and when it began to ask. */
function hear(from: Silence, minutes: number, sound: Sound): { silence: Silence; askedMs: number[] } {
  const endMs = from.atMs + minutes * 60_000;
  const askedMs: number[] = [];
  let silence = from;
  for (let atMs = from.atMs + stepMs; atMs <= endMs; atMs += stepMs) {
    const next = hearSilence(silence, sound(atMs), atMs, askAfterMs);
    if (next.asking && !silence.asking) askedMs.push(atMs);
    silence = next;
  }
  return { silence, askedMs };
}

/** Repeatable noise between 0 and 1. */
const noise = (at: number) => Math.abs((Math.sin(at * 12.9898) * 43_758.5453) % 1);
const speech: Sound = (atMs) => ({
  you: 0,
  them: Math.floor(atMs / 700) % 2 ? 0.03 + 0.2 * noise(atMs) : 0.002,
});
const music: Sound = (atMs) => ({ you: 0, them: 0.02 + 0.03 * noise(Math.floor(atMs / 150)) });
const fan: Sound = (atMs) => ({ you: 0.02 * (0.8 + 0.5 * noise(atMs)), them: 0 });
const clicks: Sound = (atMs) => ({ you: atMs % 1_000 < stepMs ? 0.4 : 0, them: 0 });

test('after two minutes in which neither side spoke it asks, once, and goes on asking until it is answered', () => {
  const { askedMs, silence } = hear(startSilence(0), 60, always(none));
  expect(askedMs).toEqual([120_000]);
  expect(silence.asking).toBe(true);
});

test.each([
  ['a voice on either side', speech],
  ['hold music, however soft', music],
  ['a steady tone that is loud enough', always({ you: 0, them: 0.1 })],
  ['a quiet voice near the microphone', (atMs: number) => ({ you: speech(atMs).them / 4, them: 0 })],
])('%s is somebody', (_, sound) => {
  expect(hear(startSilence(0), 10, sound).askedMs).toEqual([]);
});

test.each([
  ['a fan in the room', fan],
  ['a soft hum on the line', always({ you: 0, them: 0.03 })],
  ['a click now and then', clicks],
  ['a side that is gone', always({ you: 0, them: Number.MIN_VALUE })],
])('%s is nobody', (_, sound) => {
  expect(hear(startSilence(0), 3, sound).askedMs).toEqual([expect.closeTo(120_000, -4)]);
});

test('a voice takes the question back, and it comes again only after two more silent minutes', () => {
  const asked = hear(startSilence(0), 3, always(none)).silence;
  const spoken = hear(asked, 1 / 60, always({ you: 0.3, them: 0 })).silence;
  expect(spoken.asking).toBe(false);
  const again = hear(spoken, 5, always(none));
  expect(again.askedMs).toEqual([spoken.sinceMs + askAfterMs]);
});

test('"Keep recording" settles it for ten minutes of silence', () => {
  const asked = hear(startSilence(0), 3, always(none)).silence;
  const kept = keepOn(asked, asked.atMs);
  expect(kept.asking).toBe(false);
  expect(hear(kept, 30, always(none)).askedMs).toEqual([asked.atMs + 600_000]);
});

test('after "Keep recording" a voice makes two silent minutes count again', () => {
  const asked = hear(startSilence(0), 3, always(none)).silence;
  const kept = keepOn(asked, asked.atMs);
  const spoken = hear(kept, 1, speech).silence;
  expect(hear(spoken, 4, always(none)).askedMs).toEqual([spoken.sinceMs + askAfterMs]);
});

test('an answer to a question that is not asked changes nothing', () => {
  const silence = hear(startSilence(0), 1, always(none)).silence;
  expect(keepOn(silence, silence.atMs)).toBe(silence);
});

test('whatever is heard, it asks only when the last two minutes held no loud sound of a quarter of a second', () => {
  const stretch = fc.record({
    seconds: fc.integer({ min: 1, max: 200 }),
    you: fc.constantFrom(0, 0.005, 0.03, 0.5),
    them: fc.constantFrom(0, 0.005, 0.03, 0.5),
  });
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (stretches) => {
      let silence = startSilence(0);
      let loudMs = 0;
      for (const { seconds, you, them } of stretches) {
        const from = silence.atMs;
        const { silence: next, askedMs } = hear(silence, seconds / 60, always({ you, them }));
        if (you === 0.5 || them === 0.5) loudMs = next.atMs;
        for (const atMs of askedMs) expect(atMs - Math.min(loudMs, atMs)).toBeGreaterThanOrEqual(askAfterMs);
        // And it does ask: never is it silent for two minutes and a little without a question.
        const soundless = you < 0.01 && them < 0.01;
        if (soundless && next.atMs - from > askAfterMs) expect(next.asking).toBe(true);
        silence = next;
      }
    }),
    { numRuns: 50 },
  );
});
