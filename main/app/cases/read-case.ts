// A case as the window sees it, put together from its file, its calls and the index.
import type { Call } from '../../../contract/call.ts';
import type { CaseCall, CaseFile, CaseRow, CaseView } from '../../../contract/cases.ts';
import { foremost, ruleClock } from '../../../contract/escalation.ts';
import { callsOfCase, caseKey, factsOfCase, filesOfCase } from '../../index/cases.ts';
import { readCase } from '../../library/case-file.ts';
import { readCalls } from '../../library/read-calls.ts';
import type { CallStore } from '../call-store.ts';

/** As many calls as a case shows; each is read from its file. */
const mostCalls = 500;

interface Place {
  libraryFolder: string;
  calls: Pick<CallStore, 'ask' | 'read'>;
  today(): string;
}

export async function readCaseRow(place: Place & { key: string }): Promise<CaseRow> {
  const { calls, libraryFolder, key, today } = place;
  const { firstCall, ...facts } = calls.ask((db) => factsOfCase(db, key));
  const [found] = calls.ask((db) => filesOfCase(db, key));
  const file = found && (await fileOrNull(libraryFolder, found.caseId));
  const hasClock = file?.escalation.on && file.escalation.rules.some(({ on }) => on);
  const firstDay =
    hasClock && file.escalation.startedOn === null && firstCall !== null
      ? await calls.read(firstCall).then(dayOf, () => null)
      : null;
  return {
    ...facts,
    name: file?.name ?? found?.name ?? facts.name,
    want: file?.want ?? '',
    nextStep: file?.nextStep ?? { text: '', due: null },
    ending: file?.ending ?? '',
    clock: file ? foremostClock(file, firstDay, today()) : null,
    unreadable: found !== undefined && !file,
  };
}

export async function readCaseView(place: Place & { name: string }): Promise<CaseView> {
  const { calls, libraryFolder, name } = place;
  const key = caseKey(name);
  const { firstCall, ...facts } = calls.ask((db) => factsOfCase(db, key));
  const [found, ...twins] = calls.ask((db) => filesOfCase(db, key));
  let file: CaseFile | null = null;
  let unreadable: CaseView['unreadable'] = null;
  if (found)
    try {
      ({ file } = await readCase(libraryFolder, found.caseId));
    } catch (cause) {
      unreadable = { caseId: found.caseId, reason: cause instanceof Error ? cause.message : String(cause) };
    }
  const newest: CaseCall[] = [];
  for await (const read of readCalls(
    libraryFolder,
    calls.ask((db) => callsOfCase(db, key, mostCalls)),
  ))
    if ('call' in read) newest.push(callOfCase(read.call));
  return {
    name: file?.name ?? (facts.name || found?.name || name),
    file,
    unreadable,
    twins: twins.map(({ caseId }) => caseId),
    newest,
    calls: facts.calls,
    firstDay: firstCall === null ? null : await calls.read(firstCall).then(dayOf, () => null),
  };
}

const fileOrNull = (library: string, id: string): Promise<CaseFile | null> =>
  readCase(library, id).then(
    ({ file }) => file,
    () => null,
  );

function foremostClock({ escalation }: CaseFile, firstDay: string | null, today: string): CaseRow['clock'] {
  const firstComplaint = escalation.startedOn ?? firstDay;
  return foremost(
    escalation.rules.map((rule) => ruleClock(rule, { isOn: escalation.on, firstComplaint, today })),
  );
}

/** The calendar day of a call where it was made. */
function dayOf({ startedAt, utcOffsetMinutes }: Call): string {
  return new Date(Date.parse(startedAt) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

function callOfCase(call: Call): CaseCall {
  const named = (kind: 'agent' | 'reference') => [
    ...new Set(call.marks.filter((mark) => mark.kind === kind && mark.text.trim()).map(({ text }) => text)),
  ];
  return {
    callId: call.id,
    company: call.company,
    title: call.title,
    startedAtMs: Date.parse(call.startedAt),
    utcOffsetMinutes: call.utcOffsetMinutes,
    durationMs: call.durationMs,
    outcome: call.outcome,
    notes: call.notes,
    nextStep: call.nextStep ?? '',
    agents: named('agent'),
    references: named('reference'),
    promises: call.marks.flatMap(({ id, fromMs, toMs, text, promise }) =>
      promise ? [{ markId: id, fromMs, toMs, text, promise }] : [],
    ),
    letters: call.confirmations ?? [],
  };
}
