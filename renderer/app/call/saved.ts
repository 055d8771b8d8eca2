// Waits until what was written about a call is in the library.
import { Failure } from '../../../contract/failure.ts';
import type { CallEditor } from './call-editor.ts';

/** Saves now what is not saved yet; what failed before is tried once more. Throws why it could not be saved. */
export function saved(editor: CallEditor): Promise<void> {
  editor.rest();
  if (!editor.settled) editor.retry();
  return new Promise((resolve, reject) => {
    const look = () => {
      const { save } = editor.view();
      if (editor.settled) resolve();
      else if (save.phase === 'failed') reject(new Failure(save.code, 'What was written is not saved yet'));
      else return;
      stop();
    };
    const stop = editor.subscribe(look);
    look();
  });
}
