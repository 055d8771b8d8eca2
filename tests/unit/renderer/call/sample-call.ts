// A call for tests: one promise, one hold, nothing missing.
import type { Call, Mark } from '../../../../contract/call.ts';

export function sampleMark(id: string, fromMs: number, changes: Partial<Mark> = {}): Mark {
  const at = new Date(Date.UTC(2026, 10, 23, 14, 5) + fromMs).toISOString();
  return { id, kind: 'note', fromMs, toMs: fromMs, text: '', createdAt: at, updatedAt: at, ...changes };
}

export function sampleCall(changes: Partial<Call> = {}): Call {
  return {
    format: 1,
    id: '20261123T140500Z-k7f3q2x9',
    revision: 7,
    updatedAt: '2026-11-23T14:40:11.120Z',
    company: 'Northwind Telecom',
    case: '',
    title: '',
    phone: '',
    notes: '',
    tags: [],
    outcome: null,
    startedAt: '2026-11-23T14:05:00.000Z',
    timeZone: 'Europe/Berlin',
    utcOffsetMinutes: 60,
    durationMs: 1_880_000,
    source: { kind: 'captured', you: 'Headset', them: 'System audio', app: '1.0.0', os: 'linux' },
    capture: {
      wallMs: 1,
      youFrames: 1,
      themFrames: 1,
      recovered: false,
      gaps: [],
      pauses: [],
      sourceChanges: [],
    },
    marks: [
      sampleMark('hold', 130_000, { kind: 'hold', toMs: 612_000 }),
      sampleMark('promise', 718_000, { kind: 'promise', toMs: 741_000, text: 'Refund of $120' }),
    ],
    ...changes,
  };
}
