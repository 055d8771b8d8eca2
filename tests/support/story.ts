// What a user does, in the user's words: steps that many stories share.
import { expect, type Page } from '@playwright/test';
import type { Call, Side } from '../../contract/call.ts';
import { decode, tonePerWindow, type Heard } from './listen.ts';
import { devices, tones, type SoundServer } from './sound-server.ts';

/** Both sides talk from now on: 440 Hz is the caller, 1 kHz the company. */
export async function bothTalk(sound: SoundServer): Promise<void> {
  await sound.playTone({ sink: devices.micSink, frequencyHz: tones.youHz, gainDb: -20 });
  await sound.playTone({ sink: devices.speakers, frequencyHz: tones.themHz, gainDb: -12 });
}

/** Waits until both meters say that they hear the right source. */
export async function bothSidesLive(window: Page): Promise<void> {
  await expect(window.getByRole('meter', { name: 'You' })).toHaveAttribute('aria-valuetext', /live/i);
  await expect(window.getByRole('meter', { name: 'Them' })).toHaveAttribute('aria-valuetext', /live/i);
}

export async function record(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
}

export async function stop(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
}

/** Waits until this much sound is on disk, by the app's own timer, which shows nothing else. */
export async function recordedFor(window: Page, seconds: number): Promise<void> {
  await expect
    .poll(() => timerSeconds(window), { timeout: (seconds + 15) * 1000 })
    .toBeGreaterThanOrEqual(seconds);
}

export async function timerSeconds(window: Page): Promise<number> {
  const text = (await window.getByRole('timer', { name: 'Recording time' }).textContent()) ?? '';
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

export interface HeardSides extends Record<Side, Heard[]> {
  durationMs: number;
}

/** What each side of a file holds, in windows of `windowMs`: left is you, right is them. */
export async function heardIn(path: string, windowMs = 100): Promise<HeardSides> {
  const { channels, sampleRateHz, durationMs } = await decode(path);
  const [you, them] = channels.map((side) =>
    tonePerWindow(side, sampleRateHz, windowMs, [tones.youHz, tones.themHz]),
  );
  return { durationMs, you: you!, them: them! };
}

/** The share of windows in which this was heard, 0 to 1. */
export function share(heard: readonly Heard[], what: Heard): number {
  return heard.filter((one) => one === what).length / Math.max(1, heard.length);
}

/**
 * The tenths of a second, when both talk all the time, in which a side is neither its own tone nor silence that the call
 * lists as a gap (give or take 60 ms at its edges). The first and the last may hold a beginning or an end.
 */
export function strayIn(
  call: Call,
  heard: HeardSides,
): { side: Side; fromMs: number; what: Heard; gaps: Call['capture']['gaps'] }[] {
  const own = { you: tones.youHz, them: tones.themHz };
  return (['you', 'them'] as const).flatMap((side) => {
    const gaps = call.capture.gaps.filter((gap) => gap.side === side);
    const isListed = (fromMs: number) =>
      gaps.some((gap) => fromMs + 100 > gap.fromMs - 60 && fromMs < gap.toMs + 60);
    return heard[side]
      .map((what, at) => ({ side, fromMs: at * 100, what, gaps }))
      .slice(1, -1)
      .filter(({ what, fromMs }) => {
        if (what === own[side]) return false;
        return !isListed(fromMs) || typeof what === 'number';
      });
  });
}

/** How much of a side the call lists as missing, in ms. */
export function missingMs(call: Call, side: Side): number {
  return call.capture.gaps
    .filter((gap) => gap.side === side)
    .reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
}
