// How a call begins: its files first, then its timeline, reaching back to what waited in memory, if anything did.
import { sides, type CallId, type Mark, type Side } from '../../contract/call.ts';
import type { RecordingMode, Sources } from '../../contract/recording.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import { startLiveCall, type LiveCall } from './live-call.ts';
import { labelOf, newCall } from './new-call.ts';
import type { Kept } from './pre-roll.ts';

export interface Beginning {
  company: string;
  mode: RecordingMode;
  /** Marks that are there before the first sound. */
  marks: Mark[];
  kept: Kept;
}

interface Deps {
  clock: Clock;
  appVersion: string;
  settings(): Settings;
  newCallId(startedAtMs: number): CallId;
  callFolder(id: CallId): string;
  sources(): Sources;
  /** The call's files are there: from now on it hears what becomes of its sources. */
  made(call: LiveCall): void;
  noteSource(side: Side, from: string, to: string): void;
  whenReady(): Promise<void>;
  begins(id: CallId): Promise<unknown>;
  sendBegin(call: LiveCall, mode: RecordingMode, before: { leadMs: number; preRollMs: number }): void;
  changed(): void;
  log(message: string, cause?: unknown): void;
}

/** Answers the running call. What was made of it until a failure is taken back. */
export async function beginCall(beginning: Beginning, deps: Deps): Promise<LiveCall> {
  const { clock, log, changed } = deps;
  const { company, mode, marks, kept } = beginning;
  const { fromMs } = kept;
  const startedAtMs = clock.now() - (fromMs === null ? 0 : clock.monotonicMs() - fromMs);
  const id = deps.newCallId(startedAtMs);
  const { places } = deps.settings();
  const { labels, changes } = kept;
  const { appVersion } = deps;
  const fresh = newCall({
    id,
    company,
    startedAtMs,
    appVersion,
    sources: deps.sources(),
    places,
    labels,
    changes,
  });
  const call = await startLiveCall(deps.callFolder(id), { ...fresh, marks }, { clock, changed, log });
  try {
    deps.made(call);
    for (const side of sides) {
      const label = labelOf(deps.sources()[side]); // may have come, or become another, while the files were made
      const before = changes.filter((change) => change.side === side).at(-1)?.to ?? fresh.source[side];
      if (label !== '' && label !== before) deps.noteSource(side, before, label);
    }
    await deps.whenReady();
    const answer = deps.begins(id);
    const preRollMs = fromMs === null ? 0 : clock.monotonicMs() - fromMs;
    deps.sendBegin(call, mode, { leadMs: 0, preRollMs });
    await answer;
    call.began(preRollMs);
    return call;
  } catch (cause) {
    await call.discard();
    throw cause;
  }
}
