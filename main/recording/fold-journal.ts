// Turns a journal and the length of the sound into the finished call. Pure: stop and recovery are the same sum.
import { withAgent } from '../../contract/agent.ts';
import { sides, type Call, type Gap, type Mark, type Pause, type Side } from '../../contract/call.ts';
import type { Link } from '../evidence/chain.ts';
import type { JournalLine } from './journal.ts';

export interface Folded {
  call: Call;
  chain: Link[];
}

/** `durationMs` is the playable length on disk. Spans still open at the end last until then; nothing reaches past it. */
export function foldJournal(
  lines: readonly JournalLine[],
  durationMs: number,
  recovered: boolean,
): Folded | null {
  const first = lines[0];
  if (first?.type !== 'start') return null;
  const endMs = Math.round(durationMs);
  const within = (ms: number) => Math.min(Math.max(0, Math.round(ms)), endMs);

  let call: Call = first.call;
  const marks = new Map<string, Mark>();
  const chain: Link[] = [];
  const gaps: Gap[] = [];
  const pauses: Pause[] = [];
  const openGaps = new Map<Side, { atMs: number; cause: string }>();
  let pausedAtMs: number | null = null;
  let openHold: string | null = null;
  let soundEnded = false;
  const capture = { ...call.capture, recovered };
  const sourceChanges = [...capture.sourceChanges];

  const closeGap = (side: Side, toMs: number) => {
    const gap = openGaps.get(side);
    openGaps.delete(side);
    if (gap && within(toMs) > within(gap.atMs))
      gaps.push({ side, fromMs: within(gap.atMs), toMs: within(toMs), cause: gap.cause });
  };
  const closePause = (toMs: number) => {
    if (pausedAtMs !== null && within(toMs) > within(pausedAtMs))
      pauses.push({
        fromMs: within(pausedAtMs),
        toMs: within(toMs),
        ...(soundEnded && { why: 'notes-only' as const }),
      });
    pausedAtMs = null;
  };

  for (const mark of first.call.marks) marks.set(mark.id, mark);
  for (const line of lines.slice(1)) {
    if (line.type === 'describe') call = { ...call, ...line.patch };
    else if (line.type === 'mark') marks.set(line.mark.id, line.mark);
    else if (line.type === 'unmark') marks.delete(line.markId);
    else if (line.type === 'hold') openHold = line.markId;
    else if (line.type === 'sound-ended') soundEnded = true;
    else if (line.type === 'source') {
      const { side, atMs, from, to } = line;
      if (from === '') call = { ...call, source: { ...call.source, [side]: to } };
      else sourceChanges.push({ side, atMs: within(atMs), from, to });
    } else if (line.type === 'checkpoint') {
      capture.wallMs = line.wallMs;
      capture.youFrames = line.frames.you;
      capture.themFrames = line.frames.them;
      // Said again when it was not sure to be on disk.
      if (line.link && line.link.bytes !== chain.at(-1)?.bytes) chain.push(line.link);
    } else if (line.type === 'fact') {
      const { fact } = line;
      if (fact.type === 'gap-opened') {
        closeGap(fact.side, fact.atMs);
        openGaps.set(fact.side, { atMs: fact.atMs, cause: fact.cause });
      } else if (fact.type === 'gap-closed') closeGap(fact.side, fact.atMs);
      else if (fact.type === 'paused') pausedAtMs ??= fact.atMs;
      else closePause(fact.atMs);
    }
  }
  for (const side of sides) closeGap(side, endMs);
  closePause(endMs);

  const ended = [...marks.values()].map((mark) => ({
    ...mark,
    fromMs: within(mark.fromMs),
    toMs: mark.id === openHold ? endMs : within(mark.toMs),
  }));
  return {
    call: {
      ...call,
      durationMs: endMs,
      marks: ended.map((mark) => withAgent(mark, ended)).sort((one, other) => one.fromMs - other.fromMs),
      capture: {
        ...capture,
        gaps: gaps.sort((one, other) => one.fromMs - other.fromMs),
        pauses,
        sourceChanges,
      },
    },
    chain,
  };
}
