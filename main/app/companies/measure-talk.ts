// The talk share of a company: measured from the peaks of calls that were not measured before, a few at a time.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallId } from '../../../contract/call.ts';
import type { TalkShare } from '../../../contract/companies.ts';
import { listedAs } from '../../index/company-names.ts';
import { keepTalk, talkOfCompany, type CallTalk, type Talk } from '../../index/talk.ts';
import { peaksAreWhole } from '../../recording/peaks-file.ts';
import { fileNames } from '../../recording/running-files.ts';
import { talkIn } from '../../recording/talk.ts';
import type { CallStore } from '../call-store.ts';
import { talkShare } from './measures.ts';

interface Deps {
  store: Pick<CallStore, 'ask'>;
  callFolder(id: CallId): string;
}

export async function talkShareOf({ store, callFolder }: Deps, company: string): Promise<TalkShare> {
  const talks: (Talk | null)[] = [];
  for (const call of store.ask((db) => talkOfCompany(db, company))) {
    const talk = call.talk ?? (await measured(call, callFolder));
    if (talk && !call.talk) store.ask((db) => keepTalk(db, call, talk));
    talks.push(talk);
  }
  return talkShare(talks, store.ask((db) => listedAs(db, company)).calls);
}

/** Null where there are no peaks: opening the call makes them, and then it counts. */
async function measured(
  { callId, durationMs, holds }: CallTalk,
  callFolder: Deps['callFolder'],
): Promise<Talk | null> {
  const path = join(callFolder(callId), fileNames.peaks);
  if (!(await peaksAreWhole(path, durationMs))) return null;
  const pairs = await readFile(path).catch(() => null);
  return pairs && talkIn(pairs, holds);
}
