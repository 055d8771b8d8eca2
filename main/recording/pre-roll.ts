// What waits in memory before a call: whether it may, since when, and what each side came from meanwhile.
import { sides, type Side, type SourceChange } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { preRollMs, type RecordingView, type Sources } from '../../contract/recording.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import type { Phase } from './phase.ts';

/** The files of a call are made before its timeline begins; until then the first moments are still needed. */
const startingMs = 2_000;
/** A source that was just opened takes up to a second to deliver steadily: a call is not to begin with a hole. */
const settlingMs = 1_000;

/** The beginning that a call gets. */
export interface Kept {
  /** Monotonic; null when nothing was kept and the call begins when it begins. */
  fromMs: number | null;
  /** What each side came from at that moment, where it was another source than now. */
  labels: Partial<Record<Side, string>>;
  changes: SourceChange[];
}

type Change = Omit<SourceChange, 'atMs'> & { monotonicMs: number };

/** Only where a screen says so, only before a call, and never before they have been told. Pure. */
export function isRemembering(
  phase: Phase,
  inView: boolean,
  { mode: chosenMode, preRoll }: Pick<Settings, 'mode' | 'preRoll'>,
): boolean {
  if (preRoll === 'off' || !inView) return false;
  const mode = 'mode' in phase ? phase.mode : chosenMode;
  return (phase.phase === 'idle' || phase.phase === 'starting') && mode !== 'tell-first';
}

export function keepPreRoll(clock: Clock, send: (command: CaptureCommand) => void) {
  let wanted = false;
  let since: { monotonicMs: number; epochMs: number } | null = null;
  let changes: Change[] = [];

  function beginAnew(): void {
    since = null;
    changes = [];
    send({ type: 'remember', ms: wanted ? preRollMs + startingMs : 0 });
  }

  return {
    get view(): RecordingView['preRoll'] {
      return since && { sinceMs: since.epochMs };
    },
    /** The capture window is there (again), or what it had was used up: it has nothing from before now. */
    beginAnew,
    /** Call it whenever the wish or a source may have changed. */
    follow(isWanted: boolean, sources: Sources): void {
      if (isWanted !== wanted) {
        wanted = isWanted;
        beginAnew();
      }
      if (!wanted || since || !isHeard(sources)) return;
      since = { monotonicMs: clock.monotonicMs() + settlingMs, epochMs: clock.now() + settlingMs };
    },
    /** Another device took over a side: what is kept from before came from the one before. */
    sourceChanged(side: Side, from: string, to: string): void {
      if (wanted && from !== '') changes.push({ side, from, to, monotonicMs: clock.monotonicMs() });
    },
    kept(): Kept {
      const nowMs = clock.monotonicMs();
      if (since === null || since.monotonicMs >= nowMs) return { fromMs: null, labels: {}, changes: [] };
      const fromMs = Math.max(since.monotonicMs, nowMs - preRollMs);
      const within = changes.filter((change) => change.monotonicMs > fromMs);
      const labels = Object.fromEntries(
        sides.flatMap((side) => {
          const first = within.find((change) => change.side === side);
          return first ? [[side, first.from]] : [];
        }),
      ) as Kept['labels'];
      return { fromMs, labels, changes: within.map((change) => placed(change, fromMs)) };
    },
  };
}

function placed({ side, from, to, monotonicMs }: Change, startMs: number): SourceChange {
  return { side, atMs: Math.round(monotonicMs - startMs), from, to };
}

/** A side is heard, and none is about to be: otherwise the call would begin with silence. */
function isHeard(sources: Sources): boolean {
  const phases = sides.map((side) => sources[side].phase);
  const heard = phases.some((phase) => phase === 'live' || phase === 'silent');
  return heard && !phases.includes('opening');
}
