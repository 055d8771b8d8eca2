// For how long calls are kept: shows what a rule would do, does exactly that or less, and does it again once a day.
import type { Call, CallId } from '../../../contract/call.ts';
import type { AgedCall, RetentionPreview, RetentionRule } from '../../../contract/trash.ts';
import { callsBegunBefore } from '../../index/aging.ts';
import { readCalls } from '../../library/read-calls.ts';
import { agedBeforeMs } from '../../library/retention-rule.ts';
import { decideRetention, type Decision } from '../../library/retention.ts';
import type { CallStore } from '../call-store.ts';
import type { SettingsFile } from '../settings.ts';
import type { Trash } from './trash.ts';

export interface Retention {
  preview(rule: RetentionRule): Promise<RetentionPreview>;
  /** Of the calls that were shown those go that still would. Answers how many. */
  turnOn(rule: RetentionRule, shown: readonly CallId[]): Promise<number>;
  turnOff(): Promise<void>;
  /** Moves what the rule says, if there is one. Answers how many calls went. */
  cleanUp(): Promise<number>;
  /** Begins nothing more. */
  close(): void;
}

interface Deps {
  libraryFolder: string;
  store: Pick<CallStore, 'ask'>;
  trash: Pick<Trash, 'put'>;
  settings: SettingsFile;
  openCases(): Promise<(name: string) => boolean>;
  now(): number;
  log(message: string, cause?: unknown): void;
}

export function makeRetention(deps: Deps): Retention {
  const { libraryFolder, store, trash, settings, now, log } = deps;
  let isClosed = false;

  /** The index says which calls are old, their files say everything else. */
  async function decide(rule: RetentionRule): Promise<Decision<Call>> {
    const nowMs = now();
    const ids = store.ask((db) => callsBegunBefore(db, agedBeforeMs(rule, nowMs)));
    const isOpenCase = await deps.openCases();
    const decision: Decision<Call> = { go: [], stay: [] };
    for await (const read of readCalls(libraryFolder, ids)) {
      if (isClosed) break;
      if (!('call' in read)) continue; // what cannot be read is left untouched
      const { go, stay } = decideRetention([read.call], rule, nowMs, isOpenCase);
      decision.go.push(...go);
      decision.stay.push(...stay);
    }
    return decision;
  }

  /** Each is decided once more by what its file says when its turn comes. */
  async function move(rule: RetentionRule, ids: readonly CallId[]): Promise<number> {
    const words = `Older than ${rule.months} ${rule.months === 1 ? 'month' : 'months'}, the time calls are kept for.`;
    // Turned off, or set to another time, while it moves: it moves nothing more.
    const isOn = () => !isClosed && settings.read().keepCallsFor?.months === rule.months;
    let moved = 0;
    for (const id of ids) {
      if (!isOn()) break;
      try {
        const isOpenCase = await deps.openCases();
        const goes = (call: Call) =>
          isOn() && decideRetention([call], rule, now(), isOpenCase).go.length === 1;
        if ((await trash.put(id, { why: 'retention', words }, goes)) !== null) moved += 1;
      } catch (cause) {
        log('An old call could not be moved to the trash', cause);
      }
    }
    return moved;
  }

  return {
    async preview(rule) {
      const { go, stay } = await decide(rule);
      return {
        rule,
        go: go.map(aged),
        stay: stay.map(({ call, because }) => ({ ...aged(call), because })),
      };
    },
    async turnOn(rule, shown) {
      await settings.change({ keepCallsFor: rule });
      return move(rule, shown);
    },
    async turnOff() {
      await settings.change({ keepCallsFor: null });
    },
    async cleanUp() {
      const rule = settings.read().keepCallsFor;
      if (rule === null) return 0;
      const { go } = await decide(rule);
      return move(
        rule,
        go.map(({ id }) => id),
      );
    },
    close() {
      isClosed = true;
    },
  };
}

function aged({ id, company, startedAt, durationMs }: Call): AgedCall {
  return { callId: id, company, startedAtMs: Date.parse(startedAt), durationMs };
}
