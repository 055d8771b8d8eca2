// Looks at what a window shows, in both themes: axe finds nothing wrong, and pictures are taken where somebody wants them.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const sizes = { '': { width: 1200, height: 760 }, '-small': { width: 900, height: 600 } } as const;

/** With `ONRECORD_SHOTS=<folder>`, a picture of `name` is left there for each theme and size; a window of one size stays at it. */
export async function look(window: Page, name: string, { resize = true } = {}): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await window.emulateMedia({ colorScheme });
    // Legacy mode: the other one opens a page of its own, which Electron cannot.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
    await shoot(window, `${name}-${colorScheme}`, resize);
  }
  await window.emulateMedia({ colorScheme: null });
}

async function shoot(window: Page, name: string, resize: boolean): Promise<void> {
  const folder = process.env['ONRECORD_SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  if (!resize) {
    await window.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    return;
  }
  for (const [suffix, size] of Object.entries(sizes)) {
    await window.setViewportSize(size);
    await window.screenshot({ path: join(folder, `${name}${suffix}.png`), animations: 'disabled' });
  }
  await window.setViewportSize(sizes['']);
}
