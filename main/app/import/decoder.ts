// Has files decoded by a hidden window that is there only as long as it has something to do. One file at a time.
import type { WebContents } from 'electron';
import type { DecodedFile, DecodedPiece, ImporterCommand, Refusal } from '../../../contract/import.ts';
import { Failure } from '../../../contract/failure.ts';
import type { Gate } from './gate.ts';
import { Cancelled, NotImported } from './not-imported.ts';

/** A decoder that sends nothing for this long will not do so any more. */
const standstillMs = 60_000;

export interface DecoderWindow {
  contents(): WebContents | null;
  close(): void;
}

interface Deps {
  /** Opens the window; `gone` is called when it ends by itself. */
  openWindow(gone: (why: string) => void): DecoderWindow;
  send(to: WebContents | null, command: ImporterCommand): void;
  gate: Gate;
}

interface Job {
  job: string;
  path: string;
  onPiece(piece: DecodedPiece): Promise<void>;
  end(outcome: DecodedFile | Error): void;
  /** When something was last heard of it, monotonic ms. */
  heardAtMs: number;
}

export interface Decoder {
  contents(): WebContents | null;
  /** The file of a job, for the page that asks for it. */
  pathOf(job: string): string | null;
  /** Throws `NotImported`, `Cancelled`, or what `onPiece` threw. */
  decode(job: string, path: string, onPiece: Job['onPiece']): Promise<DecodedFile>;
  stop(): void;
  /** Ends the window. */
  release(): void;
  /** What the page says. */
  heard: {
    ready(): void;
    piece(piece: DecodedPiece): Promise<void>;
    decoded(job: string, file: DecodedFile): void;
    refused(job: string, refusal: Refusal): void;
  };
}

export function makeDecoder({ openWindow, send, gate }: Deps): Decoder {
  let window: DecoderWindow | null = null;
  let isReady = false;
  let running: Job | null = null;

  const contents = () => window?.contents() ?? null;
  const named = (job: string) => (running?.job === job ? running : null);

  function open(): void {
    if (window) return;
    const opened = openWindow(() => {
      if (window !== opened) return;
      release();
      running?.end(new NotImported('failed'));
    });
    window = opened;
  }

  function release(): void {
    window?.close();
    window = null;
    isReady = false;
  }

  function begin(): void {
    if (isReady && running) send(contents(), { type: 'decode', job: running.job });
  }

  /** A window that did as it should is kept for the next file; one that did not is not trusted with it. */
  async function decode(job: string, path: string, onPiece: Job['onPiece']): Promise<DecodedFile> {
    open();
    const outcome = await new Promise<DecodedFile | Error>((resolve) => {
      const one: Job = { job, path, onPiece, end: resolve, heardAtMs: performance.now() };
      running = one;
      const watch = setInterval(() => {
        if (gate.isClosed) one.heardAtMs = performance.now();
        if (performance.now() - one.heardAtMs > standstillMs) one.end(new NotImported('stuck'));
      }, 1_000);
      one.end = (ended) => {
        clearInterval(watch);
        resolve(ended);
      };
      begin();
    });
    running = null;
    if (!(outcome instanceof Error)) return outcome;
    if (!(outcome instanceof NotImported) || ['stuck', 'failed'].includes(outcome.refusal.reason)) release();
    throw outcome;
  }

  return {
    contents,
    pathOf: (job) => named(job)?.path ?? null,
    decode,
    stop: () => running?.end(new Cancelled()),
    release,
    heard: {
      ready() {
        isReady = true;
        begin();
      },
      async piece(piece) {
        const one = named(piece.job);
        if (!one) throw new Failure('refused', 'A piece of no running import');
        try {
          await one.onPiece(piece);
          // The page waits for the answer, and so does nothing while a call is being recorded.
          await gate.pass();
          one.heardAtMs = performance.now();
        } catch (cause) {
          one.end(cause instanceof Error ? cause : new Error(String(cause)));
          throw cause;
        }
      },
      decoded: (job, file) => named(job)?.end(file as DecodedFile),
      refused: (job, { reason, what }) => named(job)?.end(new NotImported(reason, what)),
    },
  };
}
