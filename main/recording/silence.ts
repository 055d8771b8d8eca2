// Whether anybody still speaks in a call, and when to ask about it. Pure: levels and times in, a question or none out.
import { sides, type Side } from '../../contract/call.ts';

/** Below this (-40 dBFS) nothing is a voice. */
const audible = 0.01;
/** From here on (-24 dBFS) anything is: a voice, music, a tone. */
const loud = 0.06;
/** In between it is one if it comes and goes: a fan or a hum stays within this factor of its own quietest. */
const varying = 1.8;
const quietestOfMs = 5_000;
/** A click or a key is no voice; this much sound is, give or take its pauses. */
const voiceMs = 200;
/** After "Keep recording" the question waits five times as long as after a voice. */
export const keptFactor = 5;

/** A side's quietest level of this span of time and of the one before. */
interface Ear {
  sinceMs: number;
  quietest: number;
  before: number;
  /** Sound lately: grows with sound, fades without. */
  soundMs: number;
}

export interface Silence {
  atMs: number;
  ears: Record<Side, Ear>;
  /** Nobody has spoken since. */
  sinceMs: number;
  asking: boolean;
  /** The user answered that the call is still going on; null when somebody has spoken since. */
  keptMs: number | null;
}

export type Loudness = Record<Side, number>;

export function startSilence(atMs: number): Silence {
  const ear = (): Ear => ({ sinceMs: atMs, quietest: Infinity, before: Infinity, soundMs: 0 });
  return { atMs, ears: { you: ear(), them: ear() }, sinceMs: atMs, asking: false, keptMs: null };
}

/** Takes in the loudest sample of each side since the last time, 0 to 1. */
export function hearSilence(before: Silence, levels: Loudness, atMs: number, askAfterMs: number): Silence {
  const ears = {
    you: heard(before.ears.you, levels.you, before.atMs, atMs),
    them: heard(before.ears.them, levels.them, before.atMs, atMs),
  };
  if (sides.some((side) => ears[side].soundMs >= voiceMs))
    return { atMs, ears, sinceMs: atMs, asking: false, keptMs: null };
  const quiet = { ...before, atMs, ears };
  if (quiet.asking) return quiet;
  const { keptMs } = quiet;
  const dueMs = keptMs === null ? quiet.sinceMs + askAfterMs : keptMs + keptFactor * askAfterMs;
  return { ...quiet, asking: atMs >= dueMs };
}

/** The user is still on the call. */
export function keepOn(before: Silence, atMs: number): Silence {
  return before.asking ? { ...before, asking: false, keptMs: atMs } : before;
}

function heard(before: Ear, level: number, beforeMs: number, atMs: number): Ear {
  const turns = atMs - before.sinceMs >= quietestOfMs;
  const quietest = turns ? level : Math.min(before.quietest, level);
  const ear = { ...before, quietest };
  if (turns) Object.assign(ear, { sinceMs: atMs, before: before.quietest });
  const floor = Math.max(audible, Math.min(loud, varying * Math.min(ear.quietest, ear.before)));
  const passedMs = atMs - beforeMs;
  const soundMs = level >= floor ? before.soundMs + passedMs : before.soundMs - passedMs / 2;
  return { ...ear, soundMs: Math.min(voiceMs, Math.max(0, soundMs)) };
}
