// The peaks of the call on screen: a rough picture at once, whatever its length, and all of them right after.
import { useEffect, useMemo, useState } from 'react';
import type { Call } from '../../../contract/call.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { PeaksView } from '../../../contract/library.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { reportFailure } from '../report.ts';
import { levelsOf, type Levels } from './wave/levels.ts';

/** Enough for a wide screen of high density; the same for every call, whatever its length. */
const roughValues = 2000;
const peakMs = 10;

interface LevelsAnswer {
  /** Of the whole call, for the overview. */
  rough: PeaksView | undefined;
  levels: Levels | null;
  failure: Failure | null;
  retry: () => void;
}

export function useLevels({ id, durationMs }: Call): LevelsAnswer {
  const asked = useRequest('calls:peaks', [id, roughValues]);
  const rough = asked.data;
  const [fine, setFine] = useState<Levels | null>(null);
  const hasRough = rough !== undefined;
  const count = Math.floor(durationMs / peakMs);
  // Not kept with the other answers: marks change often, the sound never, and these are millions of values.
  useEffect(() => {
    if (!hasRough || count <= roughValues) return;
    let gone = false;
    const take = (peaks: PeaksView) => {
      if (!gone && peaks.you.length > 0) setFine(levelsOf(peaks, peakMs));
    };
    ask('calls:peaks', id, count).then(take).catch(reportFailure);
    return () => {
      gone = true;
    };
  }, [hasRough, id, count]);
  const levels = useMemo(
    () => fine ?? (rough && rough.you.length > 0 ? levelsOf(rough, durationMs / rough.you.length) : null),
    [fine, rough, durationMs],
  );
  return { rough, levels, failure: rough ? null : asked.error, retry: () => void asked.refetch() };
}
