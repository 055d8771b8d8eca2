// The visible window: opened, hidden and brought back. While a call is recorded, closing it only hides it.
import { dialog, type BrowserWindow, type WebContents } from 'electron';
import { openAppWindow } from './windows.ts';

export interface AppWindow {
  contents(): WebContents | null;
  /** Settles when its page has been loaded or could not be. */
  loaded: Promise<void>;
  /** The user is looking at it. */
  isInFront(): boolean;
  /** Brings it to the front, opening it if need be. */
  show(): void;
  /** Brings it to the front with this screen, by its address. */
  showScreen(screen: 'promises'): void;
  /** Settles when what is typed there is saved, or was waited for long enough. */
  saveTyped(): Promise<void>;
  /** It says that this is done. */
  allSaved(): void;
}

interface Deps {
  icon: string;
  /** A window that is there is told to show this screen. */
  tellScreen(screen: 'promises'): void;
  /** It is to save what is typed there, and to say so. */
  tellLeaving(): void;
  /** Closing is to hide the window instead. */
  keepAlive(): boolean;
  closed(): void;
  /** What it showed is gone: it is being loaded, for the first time or again. */
  loading(): void;
  log(message: string, cause?: unknown): void;
}

/** A window that hangs must not keep the app from going. */
const longestSaveMs = 3_000;

export function keepAppWindow(deps: Deps): AppWindow {
  const { icon, tellScreen, tellLeaving, keepAlive, closed, loading, log } = deps;
  let window: BrowserWindow | null = null;
  let wasLoaded = () => {};
  let saving: Promise<void> | null = null;
  let allSaved = () => {};
  const loaded = new Promise<void>((resolve) => (wasLoaded = resolve));

  function open(at?: string): void {
    const opened = openAppWindow(icon, at);
    window = opened;
    opened.on('close', (event) => {
      event.preventDefault();
      opened.hide();
      // A call may begin meanwhile.
      if (!keepAlive()) void saveTyped().then(() => keepAlive() || opened.destroy());
    });
    opened.on('closed', () => {
      window = null;
      closed();
    });
    opened.webContents.on('render-process-gone', (_event, details) => {
      log(`The window ended (${details.reason}); it is loaded again`);
      if (!opened.isDestroyed()) opened.webContents.reload();
    });
    opened.webContents.on('did-start-navigation', (_event, _url, isInPlace, isMainFrame) => {
      if (isMainFrame && !isInPlace) loading();
    });
    opened.webContents.once('did-stop-loading', wasLoaded);
    opened.webContents.on('did-fail-load', (_event, code, description) => {
      dialog.showErrorBox('On Record', `The window could not be loaded (${code} ${description}).`);
    });
  }

  /** A page that is not there, or not yet, has nothing to save. */
  async function saveTyped(): Promise<void> {
    const contents = window?.isDestroyed() ? null : window?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoadingMainFrame()) return;
    saving ??= new Promise<void>((resolve) => {
      allSaved = resolve;
      setTimeout(resolve, longestSaveMs);
      tellLeaving();
    }).finally(() => (saving = null));
    await saving;
  }

  function show(): void {
    if (window === null) return open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  open();
  return {
    loaded,
    contents: () => (window && !window.isDestroyed() ? window.webContents : null),
    isInFront: () => window !== null && !window.isDestroyed() && window.isVisible() && window.isFocused(),
    show,
    saveTyped,
    allSaved: () => allSaved(),
    showScreen(screen) {
      if (window === null) return open(`#/${screen}`);
      show();
      tellScreen(screen);
    },
  };
}
