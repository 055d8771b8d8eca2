// Where the library and the profile are: the two folders that tests and other programs may name.
import { app } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Folders {
  library: string;
  profile: string;
}

/** To be called before the app is ready: Chromium's own files go into the profile too. */
export function chooseFolders(): Folders {
  const profile = process.env['ONRECORD_PROFILE'] ?? app.getPath('userData');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  const library = process.env['ONRECORD_LIBRARY'] ?? join(app.getPath('documents'), 'On Record');
  return { library, profile };
}
