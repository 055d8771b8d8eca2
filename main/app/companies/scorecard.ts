// The scorecard of a company: its measures, the picture of its calls and its promises, from the index alone.
import { mostPictured, type CompanyCall, type Scorecard } from '../../../contract/companies.ts';
import { callsOfCompany, promisesOfCompany, type MeasuredCall } from '../../index/company-calls.ts';
import { listedAs } from '../../index/company-names.ts';
import type { Db } from '../../index/db.ts';
import { measuresOf } from './measures.ts';

export function scorecardOf(db: Db, company: string): Scorecard {
  const calls = callsOfCompany(db, company);
  const [first, last] = [calls[0], calls.at(-1)];
  const { promises, count } = promisesOfCompany(db, company);
  return {
    company: listedAs(db, company).company,
    calls: calls.length,
    period: first && last ? { fromMs: first.startedAtMs, untilMs: last.startedAtMs } : null,
    durationMs: calls.reduce((sum, { durationMs }) => sum + durationMs, 0),
    late: calls.reduce((sum, { late }) => sum + late, 0),
    measures: measuresOf(calls),
    newest: calls.slice(-mostPictured).map(toPicture),
    promises,
    promiseCount: count,
  };
}

function toPicture(call: MeasuredCall): CompanyCall {
  const { callId, startedAtMs, durationMs, outcome, open, kept, late, broken } = call;
  const holdMs = Math.min(call.holdMs, durationMs);
  return { callId, startedAtMs, durationMs, holdMs, outcome, promises: { open, kept, late, broken } };
}
