// The hidden window that decodes files. It can do no more than a web page, and hears nothing.
import { openImporterWindow } from '../windows.ts';
import type { DecoderWindow } from './decoder.ts';

export function openDecoderWindow(gone: (why: string) => void): DecoderWindow {
  const window = openImporterWindow();
  window.webContents.on('render-process-gone', (_event, details) => gone(details.reason));
  window.on('closed', () => gone('closed'));
  return {
    contents: () => (window.isDestroyed() ? null : window.webContents),
    close() {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
