// When the library cannot be opened there is nothing the app could do without harm: it says why, and ends.
import { app, dialog } from 'electron';
import { Failure } from '../../contract/failure.ts';
import type { Translate } from './strings.ts';

export function sayAndQuit(t: Translate, folder: string, cause: unknown): void {
  const code = cause instanceof Failure ? cause.code : 'unexpected';
  const reason = cause instanceof Error ? cause.message : String(cause);
  dialog.showErrorBox(t('fatal.title'), `${t(`fatal.${code}`, { folder })}\n\n${reason}`);
  app.exit(1);
}
