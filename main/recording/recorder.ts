// Decides and keeps: takes what the capture window hears, puts it on disk, and knows at any moment what is true.
import {
  type CallId,
  type CallPatch,
  type Call,
  type ConsentEvent,
  type Mark,
  type MarkKind,
  type Side,
} from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { Levels, RecordingMode, RecordingView } from '../../contract/recording.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import type { Seal } from '../evidence/seal.ts';
import { beginCall } from './begin-call.ts';
import { endCalls } from './end-calls.ts';
import { hearCapture } from './hear-capture.ts';
import { keepForgotten } from './forgotten.ts';
import { keepWatch } from './keep-watch.ts';
import { keepListening } from './listening.ts';
import type { LiveCall } from './live-call.ts';
import { MarkTaker } from './mark-taker.ts';
import { newMark } from './new-mark.ts';
import { stateOf, type Phase } from './phase.ts';
import type { SoundSystem } from './sound/sound-system.ts';

export interface RecorderDeps {
  clock: Clock;
  sound: SoundSystem;
  appVersion: string;
  settings(): Settings;
  newCallId(startedAtMs: number): CallId;
  callFolder(id: CallId): string;
  /** Free room where the library is, in bytes. */
  freeBytes(): Promise<number>;
  /** Writes seal, call.json and index, then removes the journal. */
  saveCall(call: Call, seal: Seal): Promise<void>;
  /** The disk was full to the end of a call: so much of it is lost. */
  endLost(lostMs: number): void;
  /** How long neither side speaks before the user is asked whether the call is still going on. */
  askAfterMs: number;
  send(command: CaptureCommand): void;
  relaunchCapture(why: string): void;
  announceView(view: RecordingView): void;
  announceLevels(levels: Levels): void;
  log(message: string, cause?: unknown): void;
}

export type Recorder = ReturnType<typeof makeRecorder>;

export function makeRecorder(deps: RecorderDeps) {
  const { clock, sound, send, log } = deps;
  let phase: Phase = { phase: 'idle' };
  let last: RecordingView['last'] = null;
  /** Of the running call. */
  let marker: MarkTaker | null = null;

  const view = (): RecordingView => ({
    recording: stateOf(phase),
    sources: keeper.states,
    preRoll: preRoll.view,
    question: phase.phase === 'recording' ? forgotten.question : null,
    last,
  });
  const announce = () => deps.announceView(view());
  const become = (next: Phase) => {
    phase = next;
    listening.follow();
    announce();
  };
  const live = (): LiveCall | null => ('live' in phase ? (phase.live ?? null) : null);
  const running = (): LiveCall => {
    if (phase.phase === 'recording' || phase.phase === 'paused') return phase.live;
    throw new Failure('not-recording', `The recorder is ${phase.phase}`);
  };

  const listening = keepListening({
    clock,
    sound,
    settings: deps.settings,
    phase: () => phase,
    send,
    changed(side, change) {
      if (change) noteSource(side, change.from, change.to);
    },
    announce,
    log,
  });
  const { keeper, preRoll } = listening;
  const forgotten = keepForgotten(clock, deps.askAfterMs, announce);

  function noteSource(side: Side, from: string, to: string): void {
    const call = live();
    if (call && (from !== '' || call.call.source[side] === '')) void call.sourceChanged(side, from, to);
  }

  const watch = keepWatch({
    clock,
    keeper,
    log,
    live: () => (phase.phase === 'recording' || phase.phase === 'paused' ? phase.live : null),
    freeBytes: deps.freeBytes,
    setTrouble(trouble) {
      if ((phase.phase !== 'recording' && phase.phase !== 'paused') || phase.trouble === trouble) return;
      become({ ...phase, trouble });
    },
    relaunchCapture: deps.relaunchCapture,
  });

  const capture = hearCapture({
    keeper,
    watch,
    live,
    isFinishing: () => phase.phase === 'finishing',
    takeOver() {
      if (phase.phase !== 'recording' && phase.phase !== 'paused') return;
      const leadMs = phase.live.captureRestarted(phase.phase);
      sendBegin(phase.live, phase.mode, { leadMs, preRollMs: 0 });
      if (phase.phase === 'paused') send({ type: 'pause' });
    },
    announceLevels(levels) {
      deps.announceLevels(levels);
      forgotten.hear(levels, phase.phase === 'recording' ? phase.live.call.id : null);
    },
    captureReady: preRoll.beginAnew,
    relaunchCapture: deps.relaunchCapture,
  });

  const ending = endCalls({
    capture,
    send,
    log,
    saveCall: deps.saveCall,
    endLost: deps.endLost,
    ending: (call, becomes) => become({ phase: 'finishing', live: call, becomes }),
    over(saved) {
      last = saved;
      become({ phase: 'idle' });
    },
  });

  function sendBegin(
    call: LiveCall,
    mode: RecordingMode,
    before: { leadMs: number; preRollMs: number },
  ): void {
    const recorded: Side[] = mode === 'microphone' ? ['you'] : ['you', 'them'];
    const silentWhenIdle = [...sound.silentWhenIdle];
    send({ type: 'begin', callId: call.call.id, sides: recorded, ...before, silentWhenIdle });
  }

  async function begin(company: string, mode: RecordingMode, marks: Mark[]): Promise<void> {
    become({ phase: 'starting', mode });
    last = null;
    try {
      const call = await beginCall(
        { company, mode, marks, kept: preRoll.kept() },
        {
          ...deps,
          sources: () => keeper.states,
          made: (made) => (phase = { phase: 'starting', mode, live: made }),
          noteSource,
          whenReady: capture.whenReady,
          begins: capture.begins,
          sendBegin,
          changed: announce,
        },
      );
      marker = new MarkTaker(call);
      become({ phase: 'recording', mode, live: call, trouble: null });
      watch.started();
    } catch (cause) {
      send({ type: 'end' });
      preRoll.beginAnew();
      become({ phase: 'idle' });
      throw cause instanceof Failure ? cause : new Failure('capture-failed', String(cause), { cause });
    }
  }

  async function mark(kind: MarkKind, event: ConsentEvent | null): Promise<Mark> {
    const reachBackMs = deps.settings().reachBackMs[kind];
    const request = { kind, event, reachBackMs, nowMs: clock.now() };
    if (phase.phase === 'armed') {
      if (event !== 'you-announced') throw new Failure('not-recording', 'Waiting for the announcement');
      const first = newMark({ ...request, atMs: 0 });
      await begin(phase.company, 'tell-first', [first]);
      return first;
    }
    const atMs = running().positionMs();
    return marker!.take({ ...request, atMs });
  }

  return {
    view,
    /** The call being recorded, if it is this one: its marks and words go through the recorder. */
    liveCall: (id: CallId) => (live()?.call.id === id ? live() : null),
    listen: listening.show,
    settingsChanged() {
      listening.follow();
      announce();
    },
    async start(details: { company: string; mode: RecordingMode }) {
      if (phase.phase !== 'idle') throw new Failure('already-recording', `The recorder is ${phase.phase}`);
      if (details.mode === 'tell-first') become({ phase: 'armed', company: details.company });
      else await begin(details.company, details.mode, []);
    },
    disarm() {
      if (phase.phase === 'armed') become({ phase: 'idle' });
    },
    /** Asked for again while it is under way, it answers when that is done. */
    stop: () => ending.goingOn() ?? ending.keep(running()),
    erase: async () => void (await ending.erase(running())),
    keep: forgotten.keep,
    mark,
    /** Takes the last mark back; null when there is none. */
    async undoMark(): Promise<Mark | null> {
      running();
      return marker?.undo() ?? null;
    },
    pause(on: boolean) {
      running();
      if ((phase.phase !== 'recording' && phase.phase !== 'paused') || phase.live.soundEnded) return;
      send({ type: on ? 'pause' : 'resume' });
      become({ ...phase, phase: on ? 'paused' : 'recording' });
    },
    async endSound() {
      await running().endSound();
      if (phase.phase !== 'recording' && phase.phase !== 'paused') return;
      send({ type: 'pause' });
      become({ ...phase, phase: 'paused' });
    },
    describe: async (patch: CallPatch) => {
      if (phase.phase === 'armed') become({ ...phase, company: patch.company ?? phase.company });
      else await running().describe(patch);
    },
    /** Before the computer sleeps: all that was heard is on disk. */
    keepSafe: async () => {
      await live()?.keepSafe(true);
    },
    capture,
    async release() {
      watch.release();
      await listening.release();
    },
  };
}
