// Valid calls and marks for tests: say only what the test is about.
import type { Call, Mark } from '../../contract/call.ts';

let made = 0;

/** A call that starts on 23 November 2026 unless told; each has an id of its own, made from its start. */
export function makeCall(fields: Partial<Call> = {}): Call {
  made += 1;
  const startedAt = fields.startedAt ?? '2026-11-23T14:05:00.000Z';
  const second = new Date(startedAt).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  return {
    format: 1,
    id: `${second}-${made.toString(36).padStart(8, '0')}`,
    revision: 1,
    updatedAt: startedAt,
    company: 'Northwind Telecom',
    case: '',
    title: '',
    phone: '',
    notes: '',
    tags: [],
    outcome: null,
    startedAt,
    timeZone: 'America/New_York',
    utcOffsetMinutes: -300,
    durationMs: 1_880_000,
    source: {
      kind: 'captured',
      you: 'Headset microphone',
      them: 'System audio',
      app: '0.1.0',
      os: 'linux 6.1',
    },
    capture: {
      wallMs: 1_880_020,
      youFrames: 90_240_000,
      themFrames: 90_240_000,
      recovered: false,
      gaps: [],
      pauses: [],
      sourceChanges: [],
    },
    marks: [],
    ...fields,
  };
}

export function makeMark(fields: Partial<Mark> = {}): Mark {
  made += 1;
  const at = '2026-11-23T14:16:00.000Z';
  return {
    id: `mark-${made}`,
    kind: 'note',
    fromMs: 10_000,
    toMs: 20_000,
    text: '',
    createdAt: at,
    updatedAt: at,
    ...fields,
  };
}

/** A promise, open unless told. */
export function makePromise(text: string, fields: Partial<NonNullable<Mark['promise']>> = {}): Mark {
  return makeMark({
    kind: 'promise',
    text,
    promise: { who: '', due: null, amount: null, status: 'open', decidedAt: null, ...fields },
  });
}
