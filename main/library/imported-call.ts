// The call that an imported file becomes: what the file, its name and its sidecar say, and nothing that nobody knows.
import { release, type as osType } from 'node:os';
import type { Call, CallId, Gap } from '../../contract/call.ts';
import { sides } from '../../contract/call.ts';
import type { DateSource, DecodedFile, ImportedFile } from '../../contract/import.ts';

export interface Dated {
  startedAtMs: number;
  dateFrom: DateSource;
}

interface Found {
  sidecar: { startedAtMs: number } | null;
  named: { startedAtMs: number | null };
  taggedMs: number | null;
  modifiedMs: number;
}

/**
 * The best of the dates. A recorder writes the start into sidecar and name; the date inside a file is often the moment at
 * which it was closed, and the file's own date that of its last copy.
 */
export function dateOf({ sidecar, named, taggedMs, modifiedMs }: Found, nowMs: number): Dated {
  const earliest = Date.UTC(1990, 0);
  const isPossible = (ms: number | null | undefined): ms is number =>
    typeof ms === 'number' && ms > earliest && ms <= nowMs + 24 * 3_600_000;
  if (isPossible(sidecar?.startedAtMs)) return { startedAtMs: sidecar.startedAtMs, dateFrom: 'sidecar' };
  if (isPossible(named.startedAtMs)) return { startedAtMs: named.startedAtMs, dateFrom: 'name' };
  if (isPossible(taggedMs)) return { startedAtMs: taggedMs, dateFrom: 'tags' };
  return { startedAtMs: isPossible(modifiedMs) ? modifiedMs : nowMs, dateFrom: 'modified' };
}

export interface ImportedCallParts {
  id: CallId;
  startedAtMs: number;
  company: string;
  phone: string;
  title: string;
  durationMs: number;
  file: ImportedFile;
  decoded: Pick<DecodedFile, 'gaps' | 'frames'>;
  appVersion: string;
}

export function importedCall(parts: ImportedCallParts): Call {
  const { id, startedAtMs, company, phone, title, file, decoded, appVersion } = parts;
  const durationMs = Math.round(parts.durationMs);
  const within = (ms: number) => Math.min(Math.max(0, ms), durationMs);
  const gaps: Gap[] = decoded.gaps.flatMap(({ fromMs, toMs, cause }) =>
    sides.map((side) => ({ side, fromMs: within(fromMs), toMs: within(toMs), cause })),
  );
  return {
    format: 1,
    id,
    revision: 0,
    updatedAt: file.importedAt,
    company,
    case: '',
    title,
    phone,
    notes: '',
    tags: [],
    outcome: null,
    startedAt: new Date(startedAtMs).toISOString(),
    // Where the call was made is not known: the clock is the user's own.
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffsetMinutes: 0 - new Date(startedAtMs).getTimezoneOffset(),
    durationMs,
    source: {
      kind: 'imported',
      you: '',
      them: '',
      app: appVersion,
      os: `${osType().toLowerCase()} ${release()}`,
      file,
    },
    capture: {
      wallMs: durationMs,
      youFrames: decoded.frames,
      themFrames: decoded.frames,
      recovered: false,
      gaps: gaps.filter(({ fromMs, toMs }) => toMs > fromMs),
      pauses: [],
      sourceChanges: [],
    },
    marks: [],
  };
}
