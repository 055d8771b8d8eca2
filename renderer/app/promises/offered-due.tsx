// The day that the words of a promise seem to name, offered where none was noted; it counts once it is accepted.
import { useMemo } from 'react';
import { dayAt } from '../../../contract/day.ts';
import type { LedgerPromise } from '../../../contract/promises.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { readableDay } from '../promise/format.ts';
import { Offer } from '../promise/promise-chips.tsx';
import { suggestionFor } from '../promise/understood.ts';
import { reportFailure } from '../report.ts';

interface OfferedDueProps {
  row: LedgerPromise;
  tabIndex: number;
  /** Shown when the words name no day. */
  otherwise: string;
}

export function OfferedDue({ row, tabIndex, otherwise }: OfferedDueProps) {
  const t = useWords('promise');
  const { promise, text, startedAtMs } = row;
  // Reading words costs more than all else in a row.
  const due = useMemo(
    () => suggestionFor({ ...promise, amount: null }, text, dayAt(startedAtMs)).due,
    [promise, text, startedAtMs],
  );
  if (!due) return otherwise;
  return (
    <Offer
      tabIndex={tabIndex}
      label={t('setDue', { day: readableDay(due) })}
      text={readableDay(due)}
      onPress={() => void accept(row, due).catch(reportFailure)}
    />
  );
}

async function accept({ callId, markId }: LedgerPromise, due: string): Promise<void> {
  const { marks } = await ask('calls:read', callId);
  const mark = marks.find(({ id }) => id === markId);
  if (mark?.promise) await ask('marks:put', callId, { ...mark, promise: { ...mark.promise, due } });
}
