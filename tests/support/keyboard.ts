// The keyboard alone: Tab until something has the focus, as somebody without a mouse does.
import type { Page } from '@playwright/test';

/** What has the focus, by its label, its words and what it says while empty. */
const focused = (window: Page) =>
  window.evaluate(() => {
    const one = document.activeElement;
    const named = (one as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '';
    return [one?.getAttribute('aria-label'), named, one?.textContent, one?.getAttribute('placeholder')]
      .map((text) => (text ?? '').trim())
      .filter(Boolean)
      .join(' | ');
  });

/** Presses Tab until what has the focus is called `name`. Throws when Tab has gone round without getting there. */
export async function tabTo(window: Page, name: RegExp, { back = false } = {}): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const now = await focused(window);
    if (name.test(now)) return;
    seen.push(now.slice(0, 40));
    await window.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never reached ${String(name)}, only ${seen.join(', ')}`);
}
