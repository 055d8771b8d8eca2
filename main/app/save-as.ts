// Saves what the app made where the user says, by the system's own dialog: a window never names a path.
import { app, BrowserWindow, dialog } from 'electron';
import { basename, extname, join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { replaceFile } from '../library/replace-file.ts';

/** Where the last file went, so that the next one is offered the same folder. */
let lastFolder: string | null = null;

/**
 * Answers the name under which it was saved, or null when the user thought better of it. The ending of `suggestedName`
 * says what kind of file it is. `disk-full`, `not-saved`.
 */
export async function saveAs(suggestedName: string, data: string | Uint8Array): Promise<string | null> {
  const ending = extname(suggestedName).slice(1);
  const options = {
    defaultPath: join(lastFolder ?? app.getPath('documents'), suggestedName),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return null;
  // On Linux the dialog leaves the ending to the user.
  const path = extname(filePath) === '' ? `${filePath}.${ending}` : filePath;
  await replaceFile(path, data).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.code === 'disk-full') throw cause;
    throw new Failure('not-saved', `${basename(path)} could not be written`, { cause });
  });
  lastFolder = join(path, '..');
  return basename(path);
}
