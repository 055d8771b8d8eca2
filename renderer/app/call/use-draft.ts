// What stands in a box while it is being written in: the writer's own text, whatever comes back from saving it.
import { useState } from 'react';
import type { CallEditor } from './call-editor.ts';
import type { Edit } from './edits.ts';

export interface Draft {
  text: string;
  write: (text: string) => void;
  /** The box was left. */
  leave: () => void;
  /** The box was left, and is to say this instead. */
  leaveWith: (text: string) => void;
}

/** `tidy` is done to the text when the box is left: never under the writer's hands. */
export function useDraft(
  value: string,
  editor: CallEditor,
  editOf: (text: string) => Edit,
  tidy: (text: string) => string = (text) => text,
): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const leaveWith = (text: string) => {
    if (draft !== null) editor.type(editOf(text));
    setDraft(null);
    editor.rest();
  };
  return {
    text: draft ?? value,
    write: (text) => {
      setDraft(text);
      editor.type(editOf(text));
    },
    leave: () => leaveWith(draft === null ? value : tidy(draft)),
    leaveWith,
  };
}

/** For names and other single lines. */
export const oneLine = (text: string): string => text.trim();
