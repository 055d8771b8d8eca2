// The windows: the one people see, the small control, and the hidden ones that hear and decode. None can do more than a web page.
import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron';
import { join } from 'node:path';
import { origin } from './protocol.ts';

const webPreferences = {
  preload: join(__dirname, '../preload/index.js'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const;

const common: BrowserWindowConstructorOptions = { show: false, title: 'On Record' };

/** `at`: what stands after # in the address, the screen to begin with. */
export function openAppWindow(icon: string, at = ''): BrowserWindow {
  const window = new BrowserWindow({
    ...common,
    width: 1200,
    height: 760,
    minWidth: 720,
    minHeight: 520,
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171614' : '#fbfaf7',
    webPreferences,
  });
  window.once('ready-to-show', () => window.show());
  load(window, `app.html${at}`);
  return window;
}

/** Above other programs, without taking the keyboard from the one in front. */
export function openControlWindow(icon: string): BrowserWindow {
  const window = new BrowserWindow({
    ...common,
    width: 500,
    height: 290,
    useContentSize: true,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171614' : '#fbfaf7',
    webPreferences,
  });
  window.setVisibleOnAllWorkspaces(true);
  window.once('ready-to-show', () => window.showInactive());
  load(window, 'control.html');
  return window;
}

export const openCaptureWindow = () => openHiddenWindow('capture.html');
export const openImporterWindow = () => openHiddenWindow('importer.html');

function openHiddenWindow(page: string): BrowserWindow {
  const window = new BrowserWindow({
    ...common,
    width: 300,
    height: 200,
    skipTaskbar: true,
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  load(window, page);
  return window;
}

const askedAgainMs = 8_000;

/** Asks for a page, and again as long as nothing of it comes: on a busy machine a first question was seen to go unanswered. */
function load(window: BrowserWindow, page: string): void {
  const ask = () => void window.loadURL(`${origin}/${page}`).catch(() => undefined); // asked again, or closed
  const again = setInterval(ask, askedAgainMs);
  const done = () => clearInterval(again);
  window.webContents.once('did-navigate', done);
  window.once('closed', done);
  ask();
}
