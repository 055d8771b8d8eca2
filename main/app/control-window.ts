// The small control: there when asked for, gone when the call ends.
import type { BrowserWindow, WebContents } from 'electron';
import { openControlWindow } from './windows.ts';

export interface ControlWindow {
  contents(): WebContents | null;
  /** Opens it, or brings it back into view; the keyboard stays where it is. */
  show(): void;
  close(): void;
}

export function keepControlWindow(icon: string, log: (message: string) => void): ControlWindow {
  let window: BrowserWindow | null = null;
  const open = () => {
    const opened = openControlWindow(icon);
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    // The call does not depend on it: gone is better than dead.
    opened.webContents.on('render-process-gone', (_event, details) => {
      log(`The small control ended (${details.reason})`);
      if (!opened.isDestroyed()) opened.destroy();
    });
    return opened;
  };
  return {
    contents: () => window?.webContents ?? null,
    show() {
      if (window) window.showInactive();
      else window = open();
    },
    close() {
      window?.destroy();
    },
  };
}
