// Puts the parts of importing together: the window that decodes, the gate that a recording closes, and the list of files.
import type { ImportView } from '../../../contract/import.ts';
import { callOfOriginal } from '../../index/originals.ts';
import type { CallStore } from '../call-store.ts';
import { tell } from '../serve.ts';
import { makeDecoder, type Decoder } from './decoder.ts';
import { makeGate } from './gate.ts';
import { openDecoderWindow } from './import-window.ts';
import { makeImporter, type Importer } from './importer.ts';

interface Deps {
  libraryFolder: string;
  store: CallStore;
  appVersion: string;
  now(): number;
  announce(view: ImportView | null): void;
  log(message: string, cause?: unknown): void;
}

export function openImports(deps: Deps): { importer: Importer; decoder: Decoder } {
  const { store } = deps;
  const gate = makeGate();
  const decoder = makeDecoder({
    openWindow: openDecoderWindow,
    send: (to, command) => tell(to, 'importer:command', command),
    gate,
  });
  const importer = makeImporter({
    ...deps,
    decoder,
    gate,
    async importedBefore(sha256) {
      await store.whenRead();
      return store.ask((db) => callOfOriginal(db, sha256));
    },
  });
  return { importer, decoder };
}
