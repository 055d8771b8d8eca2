// The app's log: a file in the profile, rotated. No sound, no names, no words of a call are ever written to it.
import { app } from 'electron';
import electronLog from 'electron-log/main';
import { join } from 'node:path';

export function openLog(): (message: string, cause?: unknown) => void {
  electronLog.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'on-record.log');
  electronLog.transports.file.maxSize = 1024 * 1024;
  electronLog.transports.console.level = app.isPackaged ? false : 'warn';
  return (message, cause) => {
    if (cause === undefined) electronLog.info(message);
    else electronLog.warn(message, cause);
  };
}
