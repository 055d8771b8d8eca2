// Writes one edit into the library, by the requests of the contract.
import type { Call } from '../../../contract/call.ts';
import { ask, asFailure } from '../bridge.ts';
import type { SaveEdit } from './call-editor.ts';
import { applyEdit } from './edits.ts';

export const saveEdit: SaveEdit = async (callId, edit) => {
  switch (edit.on) {
    case 'call': {
      const saved = await ask('calls:edit', callId, edit.patch);
      return (base) => newer(base, saved);
    }
    case 'mark': {
      const mark = await ask('marks:put', callId, { ...edit.mark, updatedAt: new Date().toISOString() });
      return (base) => applyEdit(base, { on: 'mark', mark });
    }
    case 'mark-removal':
      await ask('marks:remove', callId, edit.markId).catch((cause) => {
        // It has gone by other ways, or its making was taken back before it was saved.
        if (asFailure(cause).code !== 'mark-missing') throw cause;
      });
      return (base) => applyEdit(base, edit);
  }
};

const newer = (a: Call, b: Call): Call => (b.revision >= a.revision ? b : a);
