// What of a scorecard may leave the app: nothing in it names a person, a case or a word of a call.
import type { CompanyCall, Scorecard, TalkShare } from '../../../contract/companies.ts';
import type { AllMeasures } from './measure-words.ts';

export interface LeavingScorecard {
  company: string;
  calls: number;
  period: Scorecard['period'];
  measures: AllMeasures;
  /** Promises that were kept, but late. */
  late: number;
  /** In order of time, without the time. */
  bars: readonly Pick<CompanyCall, 'durationMs' | 'holdMs'>[];
}

export function leavingOf(scorecard: Scorecard, talk: TalkShare): LeavingScorecard {
  const { company, calls, period, late, measures, newest } = scorecard;
  return {
    company,
    calls,
    period,
    measures: { ...measures, talk },
    late,
    bars: newest.map(({ durationMs, holdMs }) => ({ durationMs, holdMs })),
  };
}
