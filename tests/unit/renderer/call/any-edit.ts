// Any edit of the sample call, for laws about all of them.
import fc from 'fast-check';
import type { Edit } from '../../../../renderer/app/call/edits.ts';
import { sampleMark } from './sample-call.ts';

const ids = fc.constantFrom('hold', 'promise', 'a', 'b', 'c');
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ on: fc.constant('call' as const), patch: fc.record({ company: fc.string() }) }),
  fc.record({ on: fc.constant('call' as const), patch: fc.record({ notes: fc.string() }) }),
  fc.constantFrom('refused' as const, null).map((outcome): Edit => ({ on: 'call', patch: { outcome } })),
  fc
    .record({ id: ids, fromMs: fc.nat(1_880_000), text: fc.string() })
    .map(({ id, fromMs, text }): Edit => ({ on: 'mark', mark: sampleMark(id, fromMs, { text }) })),
  ids.map((markId): Edit => ({ on: 'mark-removal', markId })),
);
