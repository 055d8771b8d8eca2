// How far an import has come, as the app says it.
import type { ImportView } from '../../../contract/import.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { reportFailure } from '../report.ts';

/** Null while there is nothing to say. */
export function useImport(): ImportView | null {
  return useRequest('import:view', []).data ?? null;
}

export const chooseAndImport = (what: 'files' | 'folder'): void =>
  void ask('import:choose', what).catch(reportFailure);
export const cancelImport = (): void => void ask('import:cancel').catch(reportFailure);
export const dismissImport = (): void => void ask('import:dismiss').catch(reportFailure);
