// Plays made-up or measured packets into clocks, tracks and a timeline, as the capture page does, without waiting.
import type { Side } from '../../../../contract/call.ts';
import { sides } from '../../../../contract/call.ts';
import type { TimelineFact } from '../../../../contract/capture.ts';
import type { ArrivedPacket } from '../../../../renderer/capture/packet.ts';
import { SourceClock } from '../../../../renderer/capture/source-clock.ts';
import { Timeline, type TimelinePlan } from '../../../../renderer/capture/timeline.ts';
import { Track } from '../../../../renderer/capture/track.ts';

export interface Happening {
  atMs: number;
  what: (world: World) => void;
}

export interface World {
  nowMs: number;
  tracks: Record<Side, Track>;
  timeline: Timeline | null;
}

export interface Scene {
  /** In the order of arrival. */
  packets: Record<Side, Iterable<ArrivedPacket>>;
  beginMs: number;
  endMs: number;
  /** How long before its beginning the call starts, from what the tracks kept. */
  preRollMs?: number;
  plan?: Partial<Omit<TimelinePlan, 'originUs'>>;
  happenings?: readonly Happening[];
  /** While the page stands still nothing ticks, and what arrives is read at the end of it. */
  standstills?: readonly { fromMs: number; toMs: number }[];
  /** Sides whose source is trusted from the start; both when not said. */
  trusted?: readonly Side[];
  /** Keep the samples (they take memory). */
  keep?: boolean;
  hear?: (you: Float32Array, them: Float32Array, atFrame: number) => void;
}

export interface Outcome {
  you: Float32Array;
  them: Float32Array;
  frames: number;
  realFrames: Record<Side, number>;
  facts: TimelineFact[];
  /** When, by the page's clock, the last frame was told. */
  toldMs: number;
  /** Greatest number of frames told in one go. */
  greatestStretch: number;
}

const tickMs = 20;

export function play(scene: Scene): Outcome {
  const tracks = { you: new Track(), them: new Track() };
  const clocks = { you: new SourceClock(), them: new SourceClock() };
  for (const side of scene.trusted ?? sides) tracks[side].trust(-1_000_000);
  const world: World = { nowMs: 0, tracks, timeline: null };
  const queues = { you: queueOf(scene.packets.you), them: queueOf(scene.packets.them) };
  const happenings = [...(scene.happenings ?? [])].sort((a, b) => a.atMs - b.atMs);
  const stretches: { you: Float32Array; them: Float32Array }[] = [];
  const outcome = { frames: 0, facts: [] as TimelineFact[], toldMs: 0, greatestStretch: 0 };
  let stoodStillUntilUs = 0;
  let isEnding = false;
  const preRollMs = scene.preRollMs ?? 0;
  for (let nowMs = 0; nowMs < scene.endMs + 5_000; nowMs += tickMs) {
    if (stands(scene, nowMs)) {
      stoodStillUntilUs = (nowMs + tickMs) * 1_000;
      continue;
    }
    world.nowMs = nowMs;
    for (const side of sides) {
      for (const packet of queues[side](nowMs, stoodStillUntilUs)) {
        for (const timed of clocks[side].accept(packet)) tracks[side].lay(timed);
      }
    }
    for (const side of sides) {
      for (const timed of clocks[side].settle(nowMs * 1_000)) tracks[side].lay(timed);
      tracks[side].settle(nowMs * 1_000);
    }
    while (happenings[0] && happenings[0].atMs <= nowMs) happenings.shift()!.what(world);
    if (!world.timeline && nowMs >= scene.beginMs) {
      const originUs = (scene.beginMs - preRollMs) * 1_000;
      const plan = { sides, silentWhenIdle: [], leadMs: 0, ...scene.plan, originUs };
      world.timeline = new Timeline(tracks, plan);
    }
    const { timeline } = world;
    if (!timeline) {
      for (const side of sides) tracks[side].letGo((nowMs - preRollMs - 500) * 48);
      continue;
    }
    if (!isEnding && nowMs >= scene.endMs) timeline.end(scene.endMs * 1_000);
    isEnding ||= nowMs >= scene.endMs;
    for (let stretch = timeline.advance(nowMs * 1_000); stretch; stretch = timeline.advance(nowMs * 1_000)) {
      if (scene.keep !== false) stretches.push(stretch);
      scene.hear?.(stretch.you, stretch.them, outcome.frames);
      outcome.frames += stretch.frames;
      outcome.facts.push(...stretch.facts);
      outcome.greatestStretch = Math.max(outcome.greatestStretch, stretch.frames);
      outcome.toldMs = nowMs;
    }
    if (timeline.isOver) break;
  }
  const kept = {
    you: joined(stretches.map(({ you }) => you)),
    them: joined(stretches.map(({ them }) => them)),
  };
  return { ...outcome, ...kept, realFrames: world.timeline?.realFrames() ?? { you: 0, them: 0 } };
}

/** Hands out a side's packets as they arrive; while the page stands still they wait. */
function queueOf(packets: Iterable<ArrivedPacket>): (nowMs: number, readUs: number) => ArrivedPacket[] {
  const iterator = packets[Symbol.iterator]();
  let next = iterator.next();
  return (nowMs, readUs) => {
    const due: ArrivedPacket[] = [];
    while (!next.done && next.value.arrivedUs <= nowMs * 1_000) {
      due.push({ ...next.value, arrivedUs: Math.max(next.value.arrivedUs, readUs) });
      next = iterator.next();
    }
    return due;
  };
}

function stands(scene: Scene, nowMs: number): boolean {
  return (scene.standstills ?? []).some(({ fromMs, toMs }) => within(nowMs, fromMs, toMs));
}

function within(ms: number, fromMs: number, toMs: number): boolean {
  return ms >= fromMs && ms < toMs;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export interface GapSpan {
  fromMs: number;
  toMs: number;
  cause: string;
}

/** The gaps of a side that the facts tell of; one that never closes ends at Infinity. Throws when the facts make no sense. */
export function gapsOf(facts: readonly TimelineFact[], side: Side): GapSpan[] {
  const gaps: GapSpan[] = [];
  let open: GapSpan | null = null;
  for (const fact of facts) {
    if (fact.type === 'gap-opened' && fact.side === side) {
      if (open) throw new Error('opened twice');
      open = { fromMs: fact.atMs, toMs: Infinity, cause: fact.cause };
      gaps.push(open);
    }
    if (fact.type === 'gap-closed' && fact.side === side) {
      if (!open) throw new Error('closed without being open');
      open.toMs = fact.atMs;
      open = null;
    }
  }
  return gaps;
}

export function totalMs(gaps: readonly GapSpan[]): number {
  return gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}
