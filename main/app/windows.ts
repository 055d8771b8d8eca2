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
  void window.loadURL(`${origin}/app.html${at}`);
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
  void window.loadURL(`${origin}/control.html`);
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
  void window.loadURL(`${origin}/${page}`);
  return window;
}
