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
import type {
  CaseAttachment,
  CaseChange,
  CaseFile,
  CaseId,
  CasePage,
  CaseStatus,
  CaseView,
  FileCheck,
} from './cases.ts';
import type {
  CompanyPage,
  CompanySort,
  KeptFacts,
  NamedCompany,
  Scorecard,
  ScorecardFile,
  TalkShare,
} from './companies.ts';
import type { ConsentLaws } from './consent-rules.ts';
import type { EscalationRules } from './escalation.ts';
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
  SuggestedField,
  ValueSuggestion,
} from './library.ts';
import type {
  LedgerExport,
  LedgerGroup,
  LedgerPromise,
  LedgerSummary,
  LedgerView,
  ProofCall,
  Verdict,
} from './promises.ts';
import type { Devices, Levels, RecordingMode, RecordingView } from './recording.ts';
import type { Settings, SettingsPatch } from './settings.ts';
import type { RetentionPreview, RetentionRule, TrashedCall } from './trash.ts';

const ask = <Args extends readonly unknown[], Answer>() => ({}) as { args: Args; answer: Answer };
const news = <Body>() => ({}) as { body: Body };

/** Asked by the visible window. Names that start with `capture:` are asked by the capture window and by nobody else. */
export const requests = {
  'app:about': ask<[], About>(),
  'app:quit': ask<[how: 'stop-and-quit' | 'stay'], void>(),
  /** The answer to `app:leaving`. */
  'app:all-saved': ask<[], void>(),
  'app:show-library': ask<[], void>(),
  /** Brings up the small control that stays above other programs, while a call runs. */
  'app:show-control': ask<[], void>(),
  /** Asked by the small control: the big window again. */
  'app:show-window': ask<[], void>(),
  'notices:list': ask<[], readonly Notice[]>(),
  'notices:dismiss': ask<[id: string], void>(),

  'settings:read': ask<[], Settings>(),
  'settings:change': ask<[patch: SettingsPatch], Settings>(),
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
  /** What a filter of the query line can be completed with, the latest first. */
  'calls:suggest': ask<[field: SuggestedField, typed: string], readonly ValueSuggestion[]>(),
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
  'companies:list': ask<[find: string, sort: CompanySort, offset: number, limit: number], CompanyPage>(),
  'companies:scorecard': ask<[company: string], Scorecard>(),
  /** Measured from the sound of calls that were not measured before, so it may take a moment. */
  'companies:talk': ask<[company: string], TalkShare>(),
  'companies:kept': ask<[company: string], KeptFacts>(),
  'companies:phones': ask<[company: string, phones: readonly string[]], void>(),
  /** Which company a name stands for. */
  'companies:named': ask<[name: string], NamedCompany>(),
  /** From now on all calls of the one are those of the other, which may be new or have calls. Answers its name. */
  'companies:rename': ask<[from: string, to: string], string>(),
  /** Calls with this name are counted on their own again. */
  'companies:separate': ask<[company: string, alias: string], void>(),
  /** Takes the last change of names back. */
  'companies:undo': ask<[], void>(),
  /** The name of the file where the user saved it, or null. */
  'companies:export': ask<[company: string, file: ScorecardFile], string | null>(),
  'library:state': ask<[], LibraryState>(),
  'library:reindex': ask<[], LibraryState>(),

  'promises:summary': ask<[view: LedgerView], LedgerSummary>(),
  /** A stretch of one group. */
  'promises:page': ask<
    [view: LedgerView & { group: LedgerGroup }, offset: number, limit: number],
    readonly LedgerPromise[]
  >(),
  /** Puts a verdict on a promise, or opens it again. Answers what it said before, so that it can be put back. */
  'promises:judge': ask<[id: CallId, markId: string, verdict: Verdict], Verdict>(),
  /** Calls that a verdict on a promise of this call may rest on, newest first. */
  'promises:proofs': ask<[id: CallId], readonly ProofCall[]>(),
  /** The name of the file where the user saved it, or null. */
  'promises:export': ask<[what: LedgerExport], string | null>(),
  'cases:list': ask<[status: CaseStatus, limit: number], CasePage>(),
  /** Cases go by name, as calls name them; one that nobody named yet is empty. */
  'cases:read': ask<[name: string], CaseView>(),
  'cases:add': ask<[name: string], CaseFile>(),
  'cases:change': ask<[name: string, change: CaseChange], CaseFile>(),
  'cases:rename': ask<[name: string, to: string], void>(),
  /** Removes a case that no call names. */
  'cases:remove': ask<[name: string], void>(),
  /** Copies a file in. The window hands over its bytes and never says where it lay. */
  'cases:attach': ask<
    [name: string, file: { name: string; mediaType: string; on: string; bytes: Uint8Array }],
    CaseAttachment
  >(),
  'cases:detach': ask<[name: string, attachmentId: string], void>(),
  'cases:check-files': ask<[name: string], Readonly<Record<string, FileCheck>>>(),
  /** Opens an attached file with the system's program, or shows where it lies when it could be a program itself. */
  'cases:open-file': ask<[name: string, attachmentId: string], 'opened' | 'shown'>(),
  'cases:show-folder': ask<[id: CaseId], void>(),
  'cases:suggest': ask<[prefix: string], readonly string[]>(),
  'cases:rules': ask<[], EscalationRules>(),
  /** The last that was moved there first. */
  'trash:list': ask<[], readonly TrashedCall[]>(),
  /** The open case that a call belongs to, as the call names it; null when there is none. */
  'trash:held-by': ask<[id: CallId], string | null>(),
  /** Moves a call to the trash and answers its name there. */
  'trash:put': ask<[id: CallId], string>(),
  'trash:restore': ask<[name: string], CallId>(),
  /** Removes it for good, now. */
  'trash:delete': ask<[name: string], void>(),
  /** What a rule would move to the trash at this moment, and what it would leave; nothing is changed. */
  'retention:preview': ask<[rule: RetentionRule], RetentionPreview>(),
  /** Turns the rule on and moves what was shown, as far as it still goes. Answers how many calls went. */
  'retention:turn-on': ask<[rule: RetentionRule, shown: readonly CallId[]], number>(),
  'retention:turn-off': ask<[], void>(),

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
  /** The user asked for a screen by other means than the window. */
  'app:show-screen': news<'promises'>(),
  /** What is written about one case was changed; its name. */
  'cases:changed': news<string>(),
  /** Something came into the trash or left it. */
  'trash:changed': news<null>(),
  'notices:changed': news<readonly Notice[]>(),
  /** The user asked to quit while recording: ask them what they want. */
  'app:asked-to-quit': news<null>(),
  /** The window is about to go: what is typed and not saved yet is to be saved now. */
  'app:leaving': news<null>(),
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
  /** What recovery could not put in order lies beside the call. */
  | { id: string; kind: 'sound-behind-damage'; callId: CallId }
  /** The disk was full to the end: this much of the call's end is lost. */
  | { id: string; kind: 'end-lost'; lostMs: number }
  | { id: string; kind: 'index-rebuilt' }
  | { id: string; kind: 'shortcut-taken' }
  | { id: string; kind: 'source-changed'; side: Side; to: string }
  /** The rule for how long calls are kept moved some to the trash. */
  | { id: string; kind: 'calls-aged'; count: number };

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
