// Decides and keeps: takes what the capture window hears, puts it on disk, and knows at any moment what is true.
import type { CallId, CallPatch, Call, ConsentEvent, Mark, MarkKind, Side } from '../../contract/call.ts';
import type {
  CaptureCommand,
  CaptureReport,
  CapturedPage,
  FailedSource,
  OpenedSource,
  TimelineFact,
} from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { Levels, RecordingMode, RecordingView } from '../../contract/recording.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import type { Seal } from '../evidence/seal.ts';
import { keepWatch } from './keep-watch.ts';
import { startLiveCall, type LiveCall } from './live-call.ts';
import { newCall } from './new-call.ts';
import { newMark } from './new-mark.ts';
import { stateOf, type Phase } from './phase.ts';
import type { SoundSystem } from './sound/sound-system.ts';
import { keepSources, type Wish } from './sources.ts';
import { makeSignal } from './signal.ts';

const captureAnswersWithinMs = 5_000;
/** Sources stay open this long after the last screen that showed them has gone: it may come back. */
const lingerMs = 10_000;

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
  let listening = false;
  let linger: NodeJS.Timeout | null = null;
  let finishing: Promise<CallId> | null = null;
  let captureReady = false;
  const ready = makeSignal<void>();
  const began = makeSignal<CallId>();
  const ended = makeSignal<CallId>();

  const view = (): RecordingView => ({ recording: stateOf(phase), sources: keeper.states, last });
  const announce = () => deps.announceView(view());
  const become = (next: Phase) => {
    phase = next;
    wishSources();
    announce();
  };
  const live = (): LiveCall | null => ('live' in phase ? (phase.live ?? null) : null);
  const running = (): LiveCall => {
    if (phase.phase === 'recording' || phase.phase === 'paused') return phase.live;
    throw new Failure('not-recording', `The recorder is ${phase.phase}`);
  };

  const keeper = keepSources({
    sound,
    clock,
    send,
    log,
    changed(side, change) {
      const call = live();
      if (change && call && (change.from !== '' || call.call.source[side] === ''))
        call.sourceChanged(side, change.from, change.to).catch((cause: unknown) => log('Not noted', cause));
      announce();
    },
  });

  function wishSources(): void {
    const mode = 'mode' in phase ? phase.mode : phase.phase === 'armed' ? 'tell-first' : deps.settings().mode;
    const wanted = listening || phase.phase !== 'idle';
    const { microphone, output } = deps.settings();
    const wish = (chosen: string | null, on: boolean): Wish => (wanted && on ? { chosen } : 'off');
    keeper.wish({ you: wish(microphone, true), them: wish(output, mode !== 'microphone') });
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

  function sendBegin(call: LiveCall, mode: RecordingMode, leadMs: number): void {
    const recorded: Side[] = mode === 'microphone' ? ['you'] : ['you', 'them'];
    const silentWhenIdle = [...sound.silentWhenIdle];
    send({ type: 'begin', callId: call.call.id, sides: recorded, leadMs, silentWhenIdle });
  }

  async function begin(company: string, mode: RecordingMode, marks: Mark[]): Promise<void> {
    become({ phase: 'starting', mode });
    last = null;
    let call: LiveCall | null = null;
    try {
      const startedAtMs = clock.now();
      const id = deps.newCallId(startedAtMs);
      const { appVersion } = deps;
      const fresh = newCall({ id, company, startedAtMs, appVersion, sources: keeper.states });
      call = await startLiveCall(deps.callFolder(id), { ...fresh, marks }, { clock, changed: announce, log });
      if (!captureReady) await ready.next(captureAnswersWithinMs);
      const answer = began.next(captureAnswersWithinMs, (callId) => callId === id);
      sendBegin(call, mode, 0);
      phase = { phase: 'starting', mode, live: call };
      await answer;
      call.began();
      become({ phase: 'recording', mode, live: call, trouble: null });
      watch.started();
    } catch (cause) {
      send({ type: 'end' });
      await call?.discard();
      become({ phase: 'idle' });
      throw cause instanceof Failure ? cause : new Failure('capture-failed', String(cause), { cause });
    }
  }

  /** Asked for again while it is under way, it answers when that is done. */
  function stop(): Promise<CallId> {
    finishing ??= finish(running()).finally(() => {
      finishing = null;
    });
    return finishing;
  }

  async function finish(call: LiveCall): Promise<CallId> {
    const { id } = call.call;
    become({ phase: 'finishing', live: call });
    const answer = ended.next(captureAnswersWithinMs, (callId) => callId === id);
    send({ type: 'end' });
    call.ended();
    await answer.catch((cause: unknown) =>
      log('The capture window did not finish; what is on disk is kept', cause),
    );
    try {
      const { call: finished, seal, lostBytes } = await call.finish();
      if (lostBytes > 0) log(`${lostBytes} bytes of sound found no room on disk`);
      await deps.saveCall(finished, seal);
      last = { callId: id, durationMs: finished.durationMs };
      return id;
    } finally {
      become({ phase: 'idle' });
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
    const call = running();
    const { openHold } = call;
    if (kind !== 'hold') return call.putMark(newMark({ ...request, atMs: call.positionMs() }));
    if (openHold === null) {
      const hold = await call.putMark(newMark({ ...request, atMs: call.positionMs(), reachBackMs: 0 }));
      await call.setHold(hold);
      return hold;
    }
    const hold = call.marks.find((one) => one.id === openHold.markId)!;
    const over = await call.putMark({ ...hold, toMs: Math.round(call.positionMs()) });
    await call.setHold(null);
    return over;
  }

  return {
    view,
    /** The call being recorded, if it is this one: its marks and words go through the recorder. */
    liveCall: (id: CallId) => (live()?.call.id === id ? live() : null),
    listen(on: boolean) {
      if (linger) clearTimeout(linger);
      linger = null;
      if (on) listening = true;
      else
        linger = setTimeout(() => {
          listening = false;
          wishSources();
        }, lingerMs);
      wishSources();
    },
    settingsChanged: wishSources,
    async start(details: { company: string; mode: RecordingMode }) {
      if (phase.phase !== 'idle') throw new Failure('already-recording', `The recorder is ${phase.phase}`);
      if (details.mode === 'tell-first') become({ phase: 'armed', company: details.company });
      else await begin(details.company, details.mode, []);
    },
    disarm() {
      if (phase.phase === 'armed') become({ phase: 'idle' });
    },
    stop,
    mark,
    pause(on: boolean) {
      running();
      if (phase.phase !== 'recording' && phase.phase !== 'paused') return;
      send({ type: on ? 'pause' : 'resume' });
      become({ ...phase, phase: on ? 'paused' : 'recording' });
    },
    describe: async (patch: CallPatch) => {
      if (phase.phase === 'armed') become({ ...phase, company: patch.company ?? phase.company });
      else await running().describe(patch);
    },
    /** Before the computer sleeps: all that was heard is on disk. */
    keepSafe: async () => {
      await live()?.keepSafe(true);
    },
    capture: {
      ready() {
        captureReady = true;
        watch.captureReady();
        keeper.captureReady();
        ready.tell();
        if (phase.phase !== 'recording' && phase.phase !== 'paused') return;
        sendBegin(phase.live, phase.mode, phase.live.captureRestarted());
        if (phase.phase === 'paused') send({ type: 'pause' });
      },
      gone() {
        captureReady = false;
        keeper.captureGone();
        watch.captureGone();
      },
      began: (id: CallId) => began.tell(id),
      ended(id: CallId, trouble: string | null) {
        if (trouble === null || phase.phase === 'finishing') return ended.tell(id);
        if (live()?.call.id === id) deps.relaunchCapture(`The encoder failed: ${trouble}`);
      },
      opened: (source: OpenedSource) => keeper.opened(source),
      failed: (source: FailedSource) => keeper.failed(source),
      async page(page: CapturedPage) {
        const call = live();
        if (call?.call.id !== page.callId) throw new Failure('not-recording', 'A page of no running call');
        call.takePage(page);
        watch.heardPeaks(page.peaks);
        await call.takeFacts(page.facts);
      },
      async facts(id: CallId, facts: readonly TimelineFact[]) {
        if (live()?.call.id === id) await live()?.takeFacts(facts);
      },
      report(report: CaptureReport) {
        const peaks = watch.report(report);
        deps.announceLevels({
          you: report.you.peak,
          them: report.them.peak,
          ...peaks,
          onDiskMs: live()?.onDiskMs ?? 0,
        });
      },
    },
    async release() {
      watch.release();
      await keeper.release();
    },
  };
}
