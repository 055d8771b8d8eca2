// Has promises saved as a file where the user says, and says under which name.
import type { LedgerExport } from '../../../contract/promises.ts';
import { ask } from '../bridge.ts';
import { wordsOf } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';

export async function exportPromises(what: LedgerExport): Promise<void> {
  try {
    const name = await ask('promises:export', what);
    if (name !== null) notify(wordsOf('promises')('export.saved', { name }));
  } catch (cause) {
    reportFailure(cause);
  }
}
