// What the caller does in the app, as a person would: by what is on the screen, with keys and clicks.
import { expect as soon, type Locator, type Page } from '@playwright/test';
import type { Marking } from './script.ts';

// Generous, because the machine may be busy; a person would wait as well.
const expect = soon.configure({ timeout: 20_000 });
/** When something was asked for, just before the click or key, and when it was there; both by `performance.now()`. */
export interface Made {
  askedAtMs: number;
  shownAtMs: number;
}

/** Between two letters, as typed. */
const letterMs = 25;

const marksOf = (window: Page): Locator => window.getByRole('list', { name: 'Marks' }).getByRole('listitem');

export async function sourcesAreLive(window: Page): Promise<void> {
  for (const name of ['You', 'Them'])
    await expect(window.getByRole('meter', { name })).toHaveAttribute('aria-valuetext', /live/i);
}

export async function fillIn(window: Page, company: string, about: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Company' }).click();
  await window.keyboard.type(company, { delay: letterMs });
  await window.keyboard.press('Escape');
  await window.getByRole('textbox', { name: 'Case' }).click();
  await window.keyboard.type(about, { delay: letterMs });
  await window.keyboard.press('Enter');
}

export async function record(window: Page): Promise<Made> {
  const askedAtMs = performance.now();
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  const shownAtMs = performance.now();
  // Sound is on disk: the timer shows nothing else.
  await expect(window.getByRole('timer', { name: 'Recording time' })).not.toHaveText('00:00');
  return { askedAtMs, shownAtMs };
}

export async function stop(window: Page): Promise<Made> {
  const askedAtMs = performance.now();
  await window.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByText(/^Saved:/).first()).toBeVisible();
  return { askedAtMs, shownAtMs: performance.now() };
}

/** Marks this moment, and writes the words that belong to it. */
export async function mark(window: Page, { key, kind, writes }: Marking): Promise<Made> {
  const hold = window.getByRole('button', { name: 'On hold' });
  const wasOnHold = (await hold.getAttribute('aria-pressed')) === 'true';
  const before = await marksOf(window).count();
  const ends = kind === 'hold' && wasOnHold;
  const askedAtMs = performance.now();
  await window.keyboard.press(key);
  if (kind === 'hold') await expect(hold).toHaveAttribute('aria-pressed', String(!wasOnHold));
  await expect(marksOf(window)).toHaveCount(ends ? before : before + 1);
  const shownAtMs = performance.now();
  if (writes) await write(window, writes);
  return { askedAtMs, shownAtMs };
}

/** The newest mark is on top, and its box has the focus. */
async function write(window: Page, { into, text }: NonNullable<Marking['writes']>): Promise<void> {
  const box = marksOf(window).first().getByRole('textbox', { name: into });
  await expect(box).toBeFocused();
  await window.keyboard.type(text, { delay: letterMs });
  await window.keyboard.press('Enter');
  await expect(box).toHaveValue(text);
}

/** Waits until the app has shown for some seconds that the caller is kept waiting. */
export async function waitedOnHold(window: Page): Promise<void> {
  await expect(window.getByRole('button', { name: 'On hold' })).toContainText(/0:0[3-9] so far/);
}

export async function find(window: Page, words: string, shows: readonly string[]): Promise<void> {
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('searchbox', { name: 'Search calls' }).click();
  await window.keyboard.type(words, { delay: letterMs });
  const found = window.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expect(found).toHaveCount(1);
  for (const text of shows) await expect(found).toContainText(text);
}

export async function open(window: Page, company: string): Promise<void> {
  const found = window.getByRole('list', { name: 'Calls' });
  await found.getByRole('link', { name: company }).click();
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Play', exact: true })).toBeEnabled();
}

export async function listenTo(window: Page, words: string): Promise<void> {
  await marksOf(window).getByRole('button', { name: words }).click();
  await expect(window.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
}

/** Waits until the player's clock shows a whole second after `ms`. */
export async function playedUpTo(window: Page, ms: number): Promise<void> {
  const shown = window.getByText(/^\d\d:\d\d \/ \d\d:\d\d$/);
  const seconds = async () => {
    const [minutes = '', rest = ''] = ((await shown.textContent()) ?? '').split(':');
    return Number(minutes) * 60 + Number.parseInt(rest, 10);
  };
  await expect.poll(seconds, { timeout: 30_000 }).toBeGreaterThan(ms / 1000);
  await window.getByRole('button', { name: 'Pause', exact: true }).click();
}
