// Keeps the window that hears alive: when it dies or hangs, another takes its place.
import type { BrowserWindow, WebContents } from 'electron';
import { openCaptureWindow } from './windows.ts';

export interface CaptureWindow {
  contents(): WebContents | null;
  /** Ends this one and opens another. */
  relaunch(why: string): void;
  close(): void;
}

interface Deps {
  gone(): void;
  log(message: string, cause?: unknown): void;
}

export function keepCaptureWindow({ gone, log }: Deps): CaptureWindow {
  let window: BrowserWindow | null = null;
  let closing = false;

  function open(): void {
    const opened = openCaptureWindow();
    window = opened;
    opened.webContents.on('render-process-gone', (_event, details) => {
      if (window === opened) replace(`it ended (${details.reason})`);
    });
    opened.on('closed', () => {
      if (window === opened) replace('it was closed');
    });
  }

  function replace(why: string): void {
    if (closing) return;
    log(`A new capture window: ${why}`);
    const old = window;
    window = null;
    gone();
    if (old && !old.isDestroyed()) old.destroy();
    open();
  }

  open();
  return {
    contents: () => (window && !window.isDestroyed() ? window.webContents : null),
    relaunch: replace,
    close() {
      closing = true;
      if (window && !window.isDestroyed()) window.destroy();
    },
  };
}
