// Says that names have changed, with a way back: for the last change alone, as only that can be taken back.
import { ask } from '../bridge.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';

let closeLast: () => void = () => undefined;

/** `undone`: what to do once it has been taken back. */
export function sayUndoable(text: string, undone: () => void = () => undefined): void {
  closeLast();
  closeLast = notify(text, () => {
    void ask('companies:undo').then(undone).catch(reportFailure);
  });
}
