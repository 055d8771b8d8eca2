// The call as it is at the moment recording begins.
import { release, type as osType } from 'node:os';
import type { Call, CallId, Places, Side, SourceChange } from '../../contract/call.ts';
import type { Sources, SourceState } from '../../contract/recording.ts';

export interface NewCall {
  id: CallId;
  company: string;
  startedAtMs: number;
  appVersion: string;
  sources: Sources;
  /** Where both are, as far as it is known. */
  places?: Places;
  /** What a side came from at the start, where that is another source than now; and since when it is another. */
  labels?: Partial<Record<Side, string>>;
  changes?: SourceChange[];
}

/** What the side is heard from; empty while that is not known: what is about to open may turn out to be another. */
export function labelOf(source: SourceState): string {
  return 'label' in source && source.phase !== 'opening' ? source.label : '';
}

export function newCall(given: NewCall): Call {
  const { id, company, startedAtMs, appVersion, sources, places, labels = {}, changes = [] } = given;
  const startedAt = new Date(startedAtMs).toISOString();
  const label = (side: Side) => labels[side] ?? labelOf(sources[side]);
  return {
    format: 1,
    id,
    revision: 0,
    updatedAt: startedAt,
    company: company.trim(),
    case: '',
    title: '',
    phone: '',
    notes: '',
    tags: [],
    outcome: null,
    startedAt,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffsetMinutes: 0 - new Date(startedAtMs).getTimezoneOffset(),
    durationMs: 0,
    source: {
      kind: 'captured',
      you: label('you'),
      them: label('them'),
      app: appVersion,
      os: `${osType().toLowerCase()} ${release()}`,
    },
    capture: {
      wallMs: 0,
      youFrames: 0,
      themFrames: 0,
      recovered: false,
      gaps: [],
      pauses: [],
      sourceChanges: changes,
    },
    marks: [],
    ...(places && (places.you !== '' || places.them !== '') && { places }),
  };
}
