// What answers the requests on promises: the ledger, verdicts, and what leaves it as a file.
import { z } from 'zod';
import { promiseStatuses, type CallId } from '../../../contract/call.ts';
import { dayAt } from '../../../contract/day.ts';
import { Failure } from '../../../contract/failure.ts';
import {
  ledgerGroups,
  type LedgerExport,
  type LedgerGroup,
  type LedgerPromise,
  type LedgerView,
  type Verdict,
} from '../../../contract/promises.ts';
import { callsWithSameCompany, pageOf, promiseOf, summaryOf } from '../../index/promises.ts';
import { callIdSchema } from '../../library/call-schema.ts';
import { verdictOf, withVerdict } from '../../library/judge-promise.ts';
import type { CallStore } from '../call-store.ts';
import { saveAs } from '../save-as.ts';
import type { HandlersOf } from '../serve.ts';
import type { Translate } from '../strings.ts';
import { promiseCalendar } from './promise-calendar.ts';
import { promiseTable } from './promise-table.ts';

const day = z.iso.date();
const markId = z.string().min(1).max(200);
const view = z.object({ company: z.string().max(1_000), today: day });
const verdict: z.ZodType<Verdict> = z.object({
  status: z.enum(promiseStatuses),
  decidedAt: z.iso.datetime().nullable(),
  proof: z
    .object({ callId: callIdSchema.nullable(), markId: markId.nullable(), text: z.string().max(10_000) })
    .optional(),
});
const leaving = z.discriminatedUnion('as', [
  z.object({ as: z.literal('calendar'), of: z.union([z.object({ callId: callIdSchema, markId }), view]) }),
  z.object({ as: z.literal('table'), of: view }),
]);

/** Calls offered as what a verdict may rest on. */
const mostProofs = 30;

interface Deps {
  store: Pick<CallStore, 'ask' | 'alter'>;
  t: Translate;
  now(): number;
}

export function promiseHandlers({ store, t, now }: Deps): HandlersOf<'promises'> {
  return {
    'promises:summary': {
      args: z.tuple([view]),
      answer: (of) => store.ask((db) => summaryOf(db, of)),
    },
    'promises:page': {
      args: z.tuple([
        view.extend({ group: z.enum(ledgerGroups) }),
        z.number().int().min(0),
        z.number().int().min(1).max(500),
      ]),
      answer: (of, offset, limit) => store.ask((db) => pageOf(db, of, offset, limit)),
    },
    'promises:judge': {
      args: z.tuple([callIdSchema, markId, verdict]),
      async answer(callId, promiseId, next) {
        let before: Verdict | null = null;
        await store.alter(callId, (call) => {
          const judged = withVerdict(call, promiseId, next, now());
          before = verdictOf(call.marks.find(({ id }) => id === promiseId)!);
          return judged;
        });
        return before!;
      },
    },
    'promises:proofs': {
      args: z.tuple([callIdSchema]),
      answer: (callId) => store.ask((db) => callsWithSameCompany(db, callId, mostProofs)),
    },
    'promises:export': {
      args: z.tuple([leaving]),
      answer: (what) => {
        const ending = what.as === 'calendar' ? 'ics' : 'csv';
        return saveAs(`${t('promises:fileName', { day: dayAt(now()) })}.${ending}`, fileOf(what));
      },
    },
  };

  function fileOf(what: LedgerExport): string {
    if (what.as === 'table') return promiseTable(groupsOf(what.of, ledgerGroups), t);
    const { of } = what;
    const promises = 'markId' in of ? [one(of)] : groupsOf(of, ['overdue', 'week', 'later']);
    return promiseCalendar(promises, now(), t);
  }

  function groupsOf(of: LedgerView, groups: readonly LedgerGroup[]): LedgerPromise[] {
    return groups.flatMap((group) => store.ask((db) => pageOf(db, { ...of, group }, 0, -1)));
  }

  function one(of: { callId: CallId; markId: string }): LedgerPromise {
    const found = store.ask((db) => promiseOf(db, of.callId, of.markId));
    if (!found) throw new Failure('mark-missing', `There is no promise ${of.markId}`);
    return found;
  }
}
