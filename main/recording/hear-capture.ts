// What the capture window says, and what becomes of it: pages and facts to the running call, news of sources to their keeper.
import type { CallId } from '../../contract/call.ts';
import type {
  CaptureReport,
  CapturedPage,
  FailedSource,
  OpenedSource,
  TimelineFact,
} from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { Levels } from '../../contract/recording.ts';
import type { keepWatch } from './keep-watch.ts';
import type { LiveCall } from './live-call.ts';
import { makeSignal } from './signal.ts';
import type { SourceKeeper } from './sources.ts';

const answersWithinMs = 5_000;

interface Deps {
  keeper: SourceKeeper;
  watch: ReturnType<typeof keepWatch>;
  /** The call being recorded, from its first page to its last. */
  live(): LiveCall | null;
  isFinishing(): boolean;
  /** A capture window is there (again) while a call runs: it takes the call on. */
  takeOver(): void;
  announceLevels(levels: Levels): void;
  /** A capture window is there (again), with nothing opened or kept in it. */
  captureReady(): void;
  relaunchCapture(why: string): void;
}

export function hearCapture(deps: Deps) {
  const { keeper, watch } = deps;
  let isReady = false;
  const ready = makeSignal<void>();
  const began = makeSignal<CallId>();
  const sent = makeSignal<{ id: CallId; what: 'page' | 'end' }>();
  const callNamed = (id: CallId) => {
    const call = deps.live();
    return call?.call.id === id ? call : null;
  };

  /** They wait in memory where the disk is slow, as the sound does: the window is not kept waiting. */
  function takeFacts(call: LiveCall | null, facts: readonly TimelineFact[]): void {
    if (facts.length > 0) void call?.takeFacts(facts);
  }

  return {
    /** Each rejects when the capture window does not answer in time. */
    async whenReady(): Promise<void> {
      if (!isReady) await ready.next(answersWithinMs);
    },
    begins: (id: CallId) => began.next(answersWithinMs, (callId) => callId === id),
    /** A minute from before the start may still be on its way: as long as pages come, the end is waited for. */
    async ends(id: CallId): Promise<void> {
      while ((await sent.next(answersWithinMs, (one) => one.id === id)).what === 'page');
    },

    ready() {
      isReady = true;
      watch.captureReady();
      deps.captureReady();
      keeper.captureReady();
      ready.tell();
      deps.takeOver();
    },
    gone() {
      isReady = false;
      keeper.captureGone();
      watch.captureGone();
    },
    began: (id: CallId) => began.tell(id),
    ended(id: CallId, trouble: string | null) {
      if (trouble === null || deps.isFinishing()) return sent.tell({ id, what: 'end' });
      if (callNamed(id)) deps.relaunchCapture(`The encoder failed: ${trouble}`);
    },
    opened(source: OpenedSource) {
      watch.opened(source.side);
      keeper.opened(source);
    },
    failed: (source: FailedSource) => keeper.failed(source),
    async page(page: CapturedPage) {
      const call = callNamed(page.callId);
      if (!call) throw new Failure('not-recording', 'A page of no running call');
      call.takePage(page);
      watch.heardPeaks(page.peaks);
      sent.tell({ id: page.callId, what: 'page' });
      takeFacts(call, page.facts);
    },
    async facts(id: CallId, facts: readonly TimelineFact[]) {
      takeFacts(callNamed(id), facts);
    },
    report(report: CaptureReport) {
      const peaks = watch.report(report);
      const onDiskMs = deps.live()?.onDiskMs ?? 0;
      deps.announceLevels({ you: report.you.peak, them: report.them.peak, ...peaks, onDiskMs });
    },
  };
}
