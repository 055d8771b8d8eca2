// Hands files that were chosen or dropped over to the app, one after another, and says how that went.
import { mostAttachedBytes } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { today } from '../promise/understood.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';
import { useCase } from './use-case.ts';

export function useAttach(): { attach: (files: readonly File[]) => Promise<void> } {
  const t = useWords('case');
  const { name: caseName } = useCase();

  async function attachOne(file: File): Promise<boolean> {
    const { name, type: mediaType, size } = file;
    if (size > mostAttachedBytes) {
      notify(t('files.tooLarge', { name }));
      return false;
    }
    // A folder, or a file that went away since it was chosen, has no bytes to give.
    const bytes = await file.arrayBuffer().then(
      (read) => new Uint8Array(read),
      () => null,
    );
    if (bytes === null) {
      notify(t('files.unreadable', { name }));
      return false;
    }
    try {
      await ask('cases:attach', caseName, { name, mediaType, on: today(), bytes });
      return true;
    } catch (cause) {
      notify(t('files.failed', { name }));
      reportFailure(cause);
      return false;
    }
  }

  return {
    async attach(files) {
      let added = 0;
      for (const [at, file] of files.entries()) {
        const done = files.length > 1 ? notify(t('files.copying', { name: file.name, at })) : null;
        if (await attachOne(file)) added += 1;
        done?.();
      }
      if (added > 0) notify(t('files.added', { count: added }));
    },
  };
}
