// What works when the window is not in front: the global key, the tray and the menu.
import { app, globalShortcut } from 'electron';
import type { RecordingState } from '../../contract/recording.ts';
import { setMenu, toggleKey } from './menu.ts';
import type { Translate } from './strings.ts';
import { openTray } from './tray.ts';

interface Deps {
  t: Translate;
  icons: { idle: string; recording: string };
  open(): void;
  start(): Promise<unknown>;
  stop(): Promise<unknown>;
  disarm(): void;
  pause(on: boolean): Promise<unknown>;
  markPromise(): Promise<unknown>;
  showControl(): void;
  state(): RecordingState;
  quit(): void;
  /** Another program holds the key. */
  taken(): void;
  log(message: string, cause?: unknown): void;
}

export interface Shortcuts {
  show(state: RecordingState): void;
  release(): void;
}

export function openShortcuts({
  t,
  icons,
  open,
  start,
  stop,
  disarm,
  pause,
  markPromise,
  showControl,
  state,
  quit,
  taken,
  log,
}: Deps): Shortcuts {
  const said = (work: Promise<unknown>) =>
    work.catch((cause: unknown) => {
      log('The shortcut failed', cause);
      open(); // the window says what is wrong
    });

  function toggle(): void {
    const { phase } = state();
    if (phase === 'idle') void said(start());
    else if (phase === 'recording' || phase === 'paused') void said(stop());
    else if (phase === 'armed') disarm();
  }

  const tray = openTray({
    icons,
    t,
    actions: {
      open,
      quit,
      start: toggle,
      stop: toggle,
      cancel: toggle,
      pause: () => void said(pause(true)),
      resume: () => void said(pause(false)),
      promise: () => void said(markPromise()),
      control: showControl,
    },
  });
  setMenu(t, { toggle, quit });
  if (!globalShortcut.register(toggleKey, toggle)) taken();
  app.on('will-quit', () => globalShortcut.unregisterAll());
  return {
    show: tray.show,
    release() {
      globalShortcut.unregisterAll();
      tray.destroy();
    },
  };
}
