// Every sentence between window and app: requests (window asks, app answers) and events (app tells).
import type { Call, CallId, CallPatch, Confirmation, ConsentEvent, Mark, MarkKind, Side } from './call.ts';
import type {
  CaptureCommand,
  CaptureReport,
  CapturedPage,
  FailedSource,
  OpenedSource,
  TimelineFact,
} from './capture.ts';
import type { ConsentLaws } from './consent-rules.ts';
import type { Settled } from './failure.ts';
import type { DecodedFile, DecodedPiece, ImporterCommand, ImportView, Refusal } from './import.ts';
import type {
  CallFilter,
  CallPage,
  CompanyFacts,
  CompanySuggestion,
  Desk,
  LibraryState,
  PeaksView,
} from './library.ts';
import type { Devices, Levels, RecordingMode, RecordingView } from './recording.ts';
import type { Settings } from './settings.ts';

const ask = <Args extends readonly unknown[], Answer>() => ({}) as { args: Args; answer: Answer };
const news = <Body>() => ({}) as { body: Body };

/** Asked by the visible window. Names that start with `capture:` are asked by the capture window and by nobody else. */
export const requests = {
  'app:about': ask<[], About>(),
  'app:quit': ask<[how: 'stop-and-quit' | 'stay'], void>(),
  'app:show-library': ask<[], void>(),
  /** Brings up the small control that stays above other programs, while a call runs. */
  'app:show-control': ask<[], void>(),
  /** Asked by the small control: the big window again. */
  'app:show-window': ask<[], void>(),
  'notices:list': ask<[], readonly Notice[]>(),
  'notices:dismiss': ask<[id: string], void>(),

  'settings:read': ask<[], Settings>(),
  'settings:change': ask<[patch: Partial<Settings>], Settings>(),
  'devices:list': ask<[], Devices>(),

  'recording:view': ask<[], RecordingView>(),
  /** Keeps the sources open (meters live, start without delay) for as long as a screen that shows them is up. */
  'recording:listen': ask<[on: boolean], void>(),
  'recording:start': ask<[details: { company: string; mode: RecordingMode }], void>(),
  'recording:stop': ask<[], CallId>(),
  /** The answer to the question whether the call is still going on: it is. */
  'recording:keep': ask<[], void>(),
  'recording:disarm': ask<[], void>(),
  'recording:pause': ask<[on: boolean], void>(),
  /** Ends the sound and goes on as timed notes: both sources close, the rest of the call is a listed pause. */
  'recording:end-sound': ask<[], void>(),
  /** Ends the call and removes everything of it. */
  'recording:erase': ask<[], void>(),
  'recording:describe': ask<[patch: CallPatch], void>(),
  /** Takes the last mark back, or what its key did to a hold. Null when there is none left. */
  'recording:undo': ask<[], Mark | null>(),
  /** Marks this moment, reaching back as the settings say. A second `hold` ends the first. */
  'recording:mark': ask<[kind: MarkKind, event: ConsentEvent | null], Mark>(),

  'calls:search': ask<[filter: CallFilter, after: CallId | null, limit: number], CallPage>(),
  'calls:read': ask<[id: CallId], Call>(),
  'calls:edit': ask<[id: CallId, patch: CallPatch], Call>(),
  'calls:peaks': ask<[id: CallId, buckets: number], PeaksView>(),
  'calls:show-folder': ask<[id: CallId], void>(),
  /** Adds a mark, or replaces the one with the same id. Also on the call that is being recorded. */
  'marks:put': ask<[id: CallId, mark: Mark], Mark>(),
  /** Answers the mark as it was when it went, words still on their way included. */
  'marks:remove': ask<[id: CallId, markId: string], Mark>(),
  /** Copies a letter, or opens it in the mail program, and keeps with the call that it did. Too long for mail, it is copied. */
  'calls:confirm': ask<
    [id: CallId, how: 'copied' | 'mail', letter: { subject: string; text: string }],
    Confirmation
  >(),
  'companies:suggest': ask<[prefix: string], readonly CompanySuggestion[]>(),
  'companies:desk': ask<[company: string], Desk>(),
  'companies:describe': ask<[company: string, field: keyof CompanyFacts, text: string], CompanyFacts>(),
  'library:state': ask<[], LibraryState>(),
  'library:reindex': ask<[], LibraryState>(),

  'consent:laws': ask<[], ConsentLaws>(),

  /** Null while there is nothing to say of an import. */
  'import:view': ask<[], ImportView | null>(),
  /** Lets the user choose files or a folder in the system's own dialog, and imports them. False when they chose nothing. */
  'import:choose': ask<[what: 'files' | 'folder'], boolean>(),
  /** Asked by the preload alone, for what was dropped onto the window: the page never names a path. */
  'import:dropped': ask<[paths: readonly string[]], void>(),
  /** Stops after what is imported already; of the file under way nothing stays. */
  'import:cancel': ask<[], void>(),
  /** What was said of an import that is over has been read. */
  'import:dismiss': ask<[], void>(),

  /** Names that start with `importer:` are asked by the page that decodes files and by nobody else. */
  'importer:ready': ask<[], void>(),
  'importer:piece': ask<[piece: DecodedPiece], void>(),
  'importer:decoded': ask<[job: string, file: DecodedFile], void>(),
  'importer:refused': ask<[job: string, refusal: Refusal], void>(),

  'capture:ready': ask<[], void>(),
  'capture:devices': ask<[microphones: readonly string[]], void>(),
  'capture:opened': ask<[source: OpenedSource], void>(),
  'capture:failed': ask<[source: FailedSource], void>(),
  'capture:began': ask<[callId: CallId], void>(),
  'capture:page': ask<[page: CapturedPage], void>(),
  'capture:report': ask<[report: CaptureReport], void>(),
  /** Facts that should not wait for the next page. */
  'capture:facts': ask<[callId: CallId, facts: readonly TimelineFact[]], void>(),
  /** The last page of the call has been sent. `trouble` when the encoder failed. */
  'capture:ended': ask<[callId: CallId, trouble: string | null], void>(),
  'capture:measured': ask<[callId: CallId, peaks: Uint8Array | null], void>(),
};

export const events = {
  'recording:changed': news<RecordingView>(),
  'recording:levels': news<Levels>(),
  'devices:changed': news<Devices>(),
  'settings:changed': news<Settings>(),
  'library:changed': news<LibraryState>(),
  /** One call was added, changed or removed. */
  'calls:changed': news<CallId>(),
  /** What the user keeps about a company was changed. */
  'companies:changed': news<string>(),
  'notices:changed': news<readonly Notice[]>(),
  /** The user asked to quit while recording: ask them what they want. */
  'app:asked-to-quit': news<null>(),
  'capture:command': news<CaptureCommand>(),
  'import:changed': news<ImportView | null>(),
  'importer:command': news<ImporterCommand>(),
};

/** What the preload asks by itself; a page cannot. */
export const preloadRequests: readonly string[] = ['import:dropped'];

/** What the small control may ask; everything else it has no use for. */
export const controlRequests: readonly RequestName[] = [
  'app:show-window',
  'settings:read',
  'recording:view',
  'recording:stop',
  'recording:pause',
  'recording:mark',
];

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type Events = typeof events;
export type EventName = keyof Events;

/** Something to be said once, calmly, until dismissed. */
export type Notice =
  | { id: string; kind: 'recovered'; callId: CallId; durationMs: number; company: string }
  | { id: string; kind: 'recovery-failed'; callId: CallId; reason: string }
  | { id: string; kind: 'index-rebuilt' }
  | { id: string; kind: 'shortcut-taken' }
  | { id: string; kind: 'source-changed'; side: Side; to: string };

export interface About {
  version: string;
  electron: string;
  libraryPath: string;
  platform: string;
}

/** The one door the preload opens: `window.onRecord`. */
export interface OnRecord {
  ask<Name extends RequestName>(
    name: Name,
    ...args: Requests[Name]['args']
  ): Promise<Settled<Requests[Name]['answer']>>;
  /** Subscribes; the answer unsubscribes. */
  listen<Name extends EventName>(name: Name, hear: (body: Events[Name]['body']) => void): () => void;
}
