// Imports many files, one after another, and says how far it has come. Held while a call is being recorded; one bad file stops nothing.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportView } from '../../../contract/import.ts';
import { filesToImport } from '../../library/import-files.ts';
import { removeStages } from '../../library/import-stage.ts';
import { importOne, type Imported, type ImportDeps } from './import-one.ts';
import { Cancelled, refusalOf } from './not-imported.ts';

export interface Importer {
  view(): ImportView | null;
  /** Files, and folders that stand for the recordings in them. Those under way go on first. */
  add(paths: readonly string[]): Promise<void>;
  cancel(): void;
  dismiss(): void;
  /** A call begins to be recorded, or has ended. */
  hold(on: boolean): void;
  /** Ends what is under way and leaves nothing of it. */
  release(): Promise<void>;
}

interface Deps extends ImportDeps {
  announce(view: ImportView | null): void;
  log(message: string, cause?: unknown): void;
}

/** Often enough for a bar that moves. */
const announceEveryMs = 100;

const nothing: Omit<ImportView, 'phase'> = {
  total: 0,
  dealtWith: 0,
  current: null,
  imported: [],
  already: [],
  refused: [],
};

export function makeImporter(deps: Deps): Importer {
  const { decoder, gate, log } = deps;
  let view: ImportView | null = null;
  let waiting: string[] = [];
  let isCancelled = false;
  let isRecording = false;
  let going: Promise<void> | null = null;
  let saidAtMs = -Infinity;

  function say(next: ImportView | null, { soon = false } = {}): void {
    view = next;
    if (soon && performance.now() - saidAtMs < announceEveryMs) return;
    saidAtMs = performance.now();
    deps.announce(view);
  }

  const phase = () => {
    if (isCancelled) return 'cancelling';
    return gate.isClosed ? 'held' : 'running';
  };

  async function run(): Promise<void> {
    try {
      do {
        for (let path = waiting.shift(); path !== undefined && !isCancelled; path = waiting.shift()) {
          say({ ...view!, phase: phase(), current: { name: basename(path), part: 0 } });
          await importNext(path);
        }
        decoder.release();
        await removeStages(deps.libraryFolder).catch((cause) =>
          log('The place of the import was not removed', cause),
        );
      } while (waiting.length > 0 && !isCancelled); // what was added meanwhile
    } finally {
      if (isCancelled) waiting = [];
      going = null; // at once: what is added from here on begins anew
    }
    say({ ...view!, phase: isCancelled ? 'cancelled' : 'done', current: null });
  }

  async function importNext(path: string): Promise<void> {
    const name = basename(path);
    const order = {
      path,
      job: randomUUID(),
      isCancelled: () => isCancelled,
      onPart: (part: number) => say({ ...view!, current: { name, part } }, { soon: true }),
    };
    try {
      note(name, await importOne(order, deps));
    } catch (cause) {
      if (cause instanceof Cancelled) return;
      const refusal = refusalOf(cause);
      // Not the name: the log never gets words of a call, and a name may hold some.
      log(`A file was not imported: ${refusal.reason}`, refusal.reason === 'failed' ? cause : undefined);
      say({ ...view!, dealtWith: view!.dealtWith + 1, refused: [...view!.refused, { name, ...refusal }] });
    }
  }

  function note(name: string, result: Imported): void {
    const dealtWith = view!.dealtWith + 1;
    const { callId } = result;
    if (result.what === 'already')
      return say({ ...view!, dealtWith, already: [...view!.already, { name, callId }] });
    say({ ...view!, dealtWith, imported: [...view!.imported, { name, callId, notes: result.notes }] });
  }

  return {
    view: () => view,
    async add(paths) {
      const found = await filesToImport(paths, deps.libraryFolder);
      if (going === null) {
        isCancelled = false;
        view = null;
        if (isRecording) gate.close();
      }
      if (isCancelled) return;
      waiting.push(...found);
      const before = view ?? { ...nothing, phase: phase() };
      say({ ...before, total: before.total + found.length });
      going ??= run().catch((cause: unknown) => log('The import ended', cause));
    },
    cancel() {
      if (going === null) return;
      isCancelled = true;
      gate.open(); // whoever waits there sees that it is cancelled
      decoder.stop();
      say({ ...view!, phase: 'cancelling' });
    },
    dismiss() {
      if (going === null) say(null);
    },
    hold(on) {
      isRecording = on;
      if (on === gate.isClosed || isCancelled) return;
      if (on) gate.close();
      else gate.open();
      if (going !== null) say({ ...view!, phase: phase() });
    },
    async release() {
      isCancelled = true;
      gate.open();
      decoder.stop();
      await going;
      decoder.release();
    },
  };
}
