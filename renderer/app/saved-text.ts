// Text that is saved as it is typed: soon after the last key, at once when the box is left or goes away.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { reportFailure } from './report.ts';
import { savedBeforeLeaving } from './unsaved.ts';

type Save = (text: string) => Promise<unknown>;

interface SavedText {
  text: string;
  change: (text: string) => void;
  /** Saves now what is not saved yet; for blur and Enter. */
  flush: () => void;
}

const afterMs = 400;

/**
 * `value` is what is saved, `save` saves a new text, `of` names whose text it is: what was typed for one call is never
 * saved to the next. What the user types wins over what comes in while a save is on its way; afterwards a change
 * from elsewhere shows.
 */
export function useSavedText(value: string, save: Save, of: string): SavedText {
  const [draft, setDraft] = useState<string | null>(null);
  const waiting = useRef<{ text: string; save: Save } | null>(null);
  const timer = useRef(0);
  const underWay = useRef(new Set<Promise<unknown>>());

  const flush = () => {
    window.clearTimeout(timer.current);
    const due = waiting.current;
    waiting.current = null;
    if (due === null) return;
    const saving = due
      .save(due.text)
      .catch((cause) => {
        // Tried again with the next key, and when the box is left.
        waiting.current ??= due;
        reportFailure(cause);
      })
      .finally(() => underWay.current.delete(saving));
    underWay.current.add(saving);
  };

  const saveNow = useEffectEvent(() => {
    flush();
    return Promise.all(underWay.current);
  });
  useEffect(() => savedBeforeLeaving(() => saveNow()), []);

  useEffect(() => {
    if (waiting.current === null && underWay.current.size === 0) setDraft(null);
  }, [value]);

  useEffect(
    () => () => {
      flush();
      setDraft(null);
    },
    [of],
  );

  const change = (text: string) => {
    setDraft(text);
    waiting.current = { text, save };
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(flush, afterMs);
  };

  return { text: draft ?? value, change, flush };
}
