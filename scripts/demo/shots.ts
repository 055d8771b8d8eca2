// Pictures of the real window, light and dark.
import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Shots {
  folder: string;
  take(name: string): Promise<void>;
}

export async function shotsOf(window: Page, folder: string): Promise<Shots> {
  await mkdir(folder, { recursive: true });
  // A change of look fades in: the picture is of its end.
  const one = (name: string) =>
    window.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  return {
    folder,
    async take(name) {
      await one(name);
      // The window is asked for its dark look, as the system would; what the user set is left alone.
      await window.emulateMedia({ colorScheme: 'dark' });
      await one(`${name}-dark`);
      await window.emulateMedia({ colorScheme: 'light' });
    },
  };
}
