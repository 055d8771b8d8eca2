// Words that are to be added by a button: kept while other screens are open, and there again when adding them fails.
import { useState } from 'react';
import { reportFailure } from '../report.ts';

const kept = new Map<string, string>();

interface KeptText {
  text: string;
  write: (text: string) => void;
  /** Empties the box; what goes wrong is said. */
  add: (save: () => Promise<unknown>) => void;
}

/** `of` names the box. */
export function useKeptText(of: string): KeptText {
  const [text, setText] = useState(() => kept.get(of) ?? '');
  const write = (next: string) => {
    kept.set(of, next);
    setText(next);
  };
  const add = (save: () => Promise<unknown>) => {
    write('');
    save().catch((cause) => {
      // Unless something else is being written there by now.
      if (kept.get(of) === '') write(text);
      reportFailure(cause);
    });
  };
  return { text, write, add };
}
