// Moves the call on screen to the trash: what was typed is saved first, the call is closed, and a message offers it back.
import type { Call } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { wordsOf } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { go } from '../route.ts';
import { notify } from '../ui/toast.tsx';
import type { CallEditor } from './call-editor.ts';
import { saved } from './saved.ts';

export async function moveToTrash({ id, company }: Call, editor: CallEditor): Promise<void> {
  try {
    await saved(editor);
    // Closed before it moves: no open sound may hold its folder (Windows).
    go({ screen: 'calls' });
    const name = await ask('trash:put', id).catch((cause) => {
      go({ screen: 'call', callId: id, atMs: null });
      throw cause;
    });
    const words = { company: company.trim() || wordsOf('common')('unknownCompany') };
    notify(wordsOf('trash')('move.moved', words), () => {
      ask('trash:restore', name).catch(reportFailure);
    });
  } catch (cause) {
    reportFailure(cause);
  }
}
