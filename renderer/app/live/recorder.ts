// The window's picture of the recorder: what the app says it is doing, and what the user is about to call it.
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { CallPatch, ConsentEvent, Mark, MarkKind, Places } from '../../../contract/call.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { Levels, RecordingState, RecordingView } from '../../../contract/recording.ts';
import { ask, asFailure, listen } from '../bridge.ts';
import { LiveLevels } from './live-levels.ts';
import { LiveWave } from './live-wave.ts';

interface Recorder {
  /** null until the app has answered for the first time. */
  view: RecordingView | null;
  /** What the user filled in before the call began, until the app has it. */
  draft: { company: string; case: string; places: Places | null };
  /** Why starting or stopping did not work, until the next try. */
  failure: Failure | null;
  /** The last mark made here, whose text box is to take the next keystrokes. */
  focusMarkId: string | null;
}

const emptyDraft: Recorder['draft'] = { company: '', case: '', places: null };

export const useRecorder = create<Recorder>(() => ({
  view: null,
  draft: emptyDraft,
  failure: null,
  focusMarkId: null,
}));

export const levels = new LiveLevels();
export const wave = new LiveWave();

export type RunningState = Extract<RecordingState, { phase: 'recording' | 'paused' }>;

/** The running call, or null. */
export function runningOf(view: RecordingView | null): RunningState | null {
  const state = view?.recording;
  return state?.phase === 'recording' || state?.phase === 'paused' ? state : null;
}

/** Duration on disk, in whole seconds as ms: for clocks. */
export function useOnDiskMs(): number {
  return useSyncExternalStore(levels.watch, levels.wholeSeconds) * 1000;
}

/**
 * What the user filled in beforehand and the running call does not have yet. `given`: the company that the call was started
 * with here. One that it was started with elsewhere, as by the command line, is what it is about.
 */
export function patchFromDraft(draft: Recorder['draft'], running: RunningState, given: string): CallPatch {
  const isNamedElsewhere = running.company !== '' && running.company !== given;
  const isNews = draft.company !== '' && draft.company !== running.company;
  return {
    ...(isNews && !isNamedElsewhere ? { company: draft.company } : {}),
    ...(draft.case !== '' && draft.case !== running.case ? { case: draft.case } : {}),
    ...(draft.places ? { places: draft.places } : {}),
  };
}

/** The company with which the next call is started here. */
let given = '';

function heard(view: RecordingView): void {
  const before = runningOf(useRecorder.getState().view);
  const running = runningOf(view);
  if (view.recording.phase === 'starting' || (before && running && before.callId !== running.callId))
    wave.clear();
  if (!running && view.recording.phase !== 'finishing') levels.onDisk(0);
  followSilences(view, running);
  const { draft, view: last } = useRecorder.getState();
  if (view.recording.phase === 'armed') {
    const { company } = view.recording;
    // After a reload of the window, and where the command line named it: what the app was told is what stands in the box.
    const isNamedElsewhere = last?.recording.phase !== 'armed' && company !== '' && company !== given;
    if (!last || isNamedElsewhere) useRecorder.setState({ draft: { ...draft, company } });
    given = company;
  }
  useRecorder.setState({ view });
  if (running && !before) void began(running);
}

async function began(running: RunningState): Promise<void> {
  const patch = patchFromDraft(useRecorder.getState().draft, running, given);
  given = '';
  useRecorder.setState({ failure: null });
  // Shown until the app has it: whoever types on would else go on from what the call was started with.
  if (Object.keys(patch).length > 0) await attempt(() => ask('recording:describe', patch));
  if (useRecorder.getState().failure === null) useRecorder.setState({ draft: emptyDraft });
}

function followSilences(view: RecordingView, running: RunningState | null): void {
  wave.silence('both', running?.phase === 'paused');
  wave.silence('you', Boolean(running) && view.sources.you.phase === 'lost');
  wave.silence('them', Boolean(running) && view.sources.them.phase === 'lost');
}

function heardLevels(heardNow: Levels): void {
  levels.hear(heardNow);
  wave.add(heardNow.youPeaks, heardNow.themPeaks, heardNow.onDiskMs);
}

/** Keeps the picture true. `wave`: the sound before now is drawn too. The answer ends it. */
export function followRecorder(shows: { wave: boolean }): () => void {
  const ends = [listen('recording:changed', heard), listen('recording:levels', heardLevels)];
  void attempt(async () => {
    const view = await ask('recording:view');
    if (useRecorder.getState().view === null) heard(view);
    const running = runningOf(view);
    if (running && shows.wave) await drawEarlier(running);
  });
  return () => ends.forEach((end) => end());
}

/** After a reload of the window in mid-call: what was recorded before. A picture that cannot be had is left out. */
async function drawEarlier(running: RunningState): Promise<void> {
  const view = await ask('calls:peaks', running.callId, 2000).catch(() => null);
  if (view && view.durationMs > 0) {
    wave.add([], [], view.durationMs);
    wave.backfill(view.durationMs, view.you, view.them);
  }
}

/** Runs what the user asked for; a failure stays on screen until the next try. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  useRecorder.setState({ failure: null });
  try {
    await work();
  } catch (cause) {
    useRecorder.setState({ failure: asFailure(cause) });
  }
}

export async function startRecording(): Promise<void> {
  const { draft } = useRecorder.getState();
  await attempt(async () => {
    const { mode } = await ask('settings:read');
    given = draft.company.trim();
    await ask('recording:start', { company: given, mode });
  });
}

export const stopRecording = () => attempt(() => ask('recording:stop'));
/** Nothing is heard any more; marks and words go on. */
export const endSound = () => attempt(() => ask('recording:end-sound'));

/** Answers whether the call is gone; why it is not stays on screen. */
export async function eraseRecording(): Promise<boolean> {
  await attempt(() => ask('recording:erase'));
  return useRecorder.getState().failure === null;
}
export const keepRecording = () => attempt(() => ask('recording:keep'));
export const disarm = () => attempt(() => ask('recording:disarm'));
export const pauseRecording = (on: boolean) => attempt(() => ask('recording:pause', on));

/** The red button and its shortcut: starts, stops, or stands down, by what the recorder is doing. */
export function toggleRecording(): Promise<void> {
  const phase = useRecorder.getState().view?.recording.phase ?? 'idle';
  if (phase === 'idle') return startRecording();
  if (phase === 'armed') return disarm();
  if (phase === 'recording' || phase === 'paused') return stopRecording();
  return Promise.resolve();
}

/** Marks this moment. Answers when the mark is safe on disk; throws a Failure. */
export async function markMoment(kind: MarkKind, event: ConsentEvent | null): Promise<Mark> {
  return ask('recording:mark', kind, event);
}
