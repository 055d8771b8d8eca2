// What answers each request of the contract. Reads as the list it is; the work is done elsewhere.
import { shell } from 'electron';
import type { CallId, Mark } from '../../contract/call.ts';
import type { ConsentLaws } from '../../contract/consent-rules.ts';
import type { About, Notice } from '../../contract/ipc.ts';
import type { Devices } from '../../contract/recording.ts';
import { suggestValues } from '../index/suggest.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { CallStore } from './call-store.ts';
import { caseHandlers, type CaseDeps } from './cases/case-handlers.ts';
import { confirmCall } from './confirm-call.ts';
import type { CallPeaks } from './call-peaks.ts';
import { promiseHandlers } from './promises/promise-handlers.ts';
import { companyHandlers } from './companies/company-handlers.ts';
import { importHandlers } from './import/import-handlers.ts';
import type { Decoder } from './import/decoder.ts';
import type { Importer } from './import/importer.ts';
import * as schemas from './request-schemas.ts';
import type { Handlers } from './serve.ts';
import { settingsPatchSchema, type SettingsFile } from './settings.ts';
import type { Translate } from './strings.ts';
import type { Keeping } from './trash/keeping.ts';
import { trashHandlers } from './trash/trash-handlers.ts';
import { z } from 'zod';

export interface HandlerDeps extends CaseDeps {
  about(): About;
  t: Translate;
  now(): number;
  store: CallStore;
  recorder: Recorder;
  settings: SettingsFile;
  peaks: CallPeaks;
  importer: Importer;
  decoder: Decoder;
  notices: { list(): readonly Notice[]; dismiss(id: string): void };
  devices(): Promise<Devices>;
  microphonesNamed(labels: readonly string[]): void;
  callFolder(id: CallId): string;
  libraryFolder: string;
  companyChanged(company: string): void;
  consentLaws(): Promise<ConsentLaws>;
  showControl(): void;
  showWindow(): void;
  quit(how: 'stop-and-quit' | 'stay'): void;
  /** The window has saved what was typed there. */
  allSaved(): void;
  keeping: Keeping;
}

export function makeHandlers(deps: HandlerDeps): Handlers {
  const { store, recorder, settings, peaks, notices } = deps;

  const putMark = async (id: CallId, mark: Mark) => {
    const live = recorder.liveCall(id);
    if (live) return live.putMark(mark);
    await store.putMark(id, mark);
    return mark;
  };
  const removeMark = async (id: CallId, markId: string) => {
    const live = recorder.liveCall(id);
    return live ? live.removeMark(markId) : store.removeMark(id, markId);
  };

  return {
    'app:about': { args: schemas.none, answer: deps.about },
    'app:quit': { args: schemas.quitHow, answer: deps.quit },
    'app:all-saved': { args: schemas.none, answer: deps.allSaved },
    'app:show-library': { args: schemas.none, answer: () => reveal(deps.libraryFolder) },
    'app:show-control': { args: schemas.none, answer: deps.showControl },
    'app:show-window': { args: schemas.none, answer: deps.showWindow },
    'notices:list': { args: schemas.none, answer: notices.list },
    'notices:dismiss': { args: schemas.anId, answer: notices.dismiss },

    'settings:read': { args: schemas.none, answer: settings.read },
    'settings:change': { args: z.tuple([settingsPatchSchema]), answer: settings.change },
    'devices:list': { args: schemas.none, answer: deps.devices },

    'recording:view': { args: schemas.none, answer: recorder.view },
    'recording:listen': { args: schemas.flag, answer: recorder.listen },
    'recording:start': { args: schemas.startRecording, answer: recorder.start },
    'recording:stop': { args: schemas.none, answer: recorder.stop },
    'recording:keep': { args: schemas.none, answer: recorder.keep },
    'recording:disarm': { args: schemas.none, answer: recorder.disarm },
    'recording:pause': { args: schemas.flag, answer: recorder.pause },
    'recording:end-sound': { args: schemas.none, answer: recorder.endSound },
    'recording:erase': { args: schemas.none, answer: recorder.erase },
    'recording:describe': { args: schemas.describeCall, answer: recorder.describe },
    'recording:undo': { args: schemas.none, answer: recorder.undoMark },
    'recording:mark': { args: schemas.makeMark, answer: recorder.mark },

    'calls:search': { args: schemas.search, answer: store.search },
    'calls:suggest': {
      args: schemas.suggestValues,
      answer: (field, typed) => store.ask((db) => suggestValues(db, field, typed)),
    },
    'calls:read': { args: schemas.aCall, answer: store.read },
    'calls:edit': { args: schemas.editCall, answer: store.edit },
    'calls:peaks': { args: schemas.peaks, answer: peaks.read },
    'calls:show-folder': { args: schemas.aCall, answer: (id) => reveal(deps.callFolder(id)) },
    'marks:put': { args: schemas.putMark, answer: putMark },
    'marks:remove': { args: schemas.removeMark, answer: removeMark },
    'calls:confirm': {
      args: schemas.confirm,
      answer: (id, how, letter) => confirmCall(store, id, how, letter),
    },
    ...companyHandlers(deps),
    'library:state': { args: schemas.none, answer: store.state },
    'library:reindex': { args: schemas.none, answer: store.reindex },

    ...promiseHandlers(deps),
    ...caseHandlers(deps),
    ...trashHandlers(deps.keeping),

    'consent:laws': { args: schemas.none, answer: deps.consentLaws },

    ...importHandlers(deps),

    'capture:ready': {
      args: schemas.none,
      answer() {
        recorder.capture.ready();
        peaks.captureReady();
      },
    },
    'capture:devices': { args: schemas.devices, answer: deps.microphonesNamed },
    'capture:opened': { args: schemas.opened, answer: recorder.capture.opened },
    'capture:failed': { args: schemas.failed, answer: recorder.capture.failed },
    'capture:began': { args: schemas.aCall, answer: recorder.capture.began },
    'capture:page': { args: schemas.capturedPage, answer: recorder.capture.page },
    'capture:report': { args: schemas.report, answer: recorder.capture.report },
    'capture:facts': { args: schemas.facts, answer: recorder.capture.facts },
    'capture:ended': { args: schemas.captureEnded, answer: recorder.capture.ended },
    'capture:measured': { args: schemas.measured, answer: peaks.measured },
  };
}

/** Opens a folder that the app itself made; the path never comes from a window. */
async function reveal(folder: string): Promise<void> {
  await shell.openPath(folder);
}
