import { describe, expect, it } from 'vitest';
import { callSchema } from '../../../../main/library/call-schema.ts';
import { dateOf, importedCall } from '../../../../main/library/imported-call.ts';
import { newCallId } from '../../../../main/library/layout.ts';
import { makeFile } from '../../../support/make-file.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const [sidecar, name, tags, modified] = [1, 2, 3, 4].map((day) => Date.UTC(2026, 3, day)) as [
  number,
  number,
  number,
  number,
];
const all = {
  sidecar: { startedAtMs: sidecar },
  named: { startedAtMs: name },
  taggedMs: tags,
  modifiedMs: modified,
};

describe('the date of an imported call', () => {
  it('is the best there is: sidecar, name, tags, then the file’s own', () => {
    expect(dateOf(all, now)).toEqual({ startedAtMs: sidecar, dateFrom: 'sidecar' });
    expect(dateOf({ ...all, sidecar: null }, now)).toEqual({ startedAtMs: name, dateFrom: 'name' });
    const unnamed = { ...all, sidecar: null, named: { startedAtMs: null } };
    expect(dateOf(unnamed, now)).toEqual({ startedAtMs: tags, dateFrom: 'tags' });
    expect(dateOf({ ...unnamed, taggedMs: null }, now)).toEqual({
      startedAtMs: modified,
      dateFrom: 'modified',
    });
  });

  it('is none that cannot be: of 1904, of 1970, or to come', () => {
    for (const taggedMs of [Date.UTC(1904, 0), 0, now + 3 * 24 * 3_600_000])
      expect(dateOf({ ...all, sidecar: null, named: { startedAtMs: null }, taggedMs }, now).dateFrom).toBe(
        'modified',
      );
  });
});

describe('the call an import makes', () => {
  const file = makeFile();

  it('is one by the schema, with each hole on both sides and none beyond the end', () => {
    const call = importedCall({
      id: newCallId(name),
      startedAtMs: name,
      company: 'Northwind',
      phone: '',
      title: '',
      durationMs: 1000.4,
      file,
      decoded: {
        frames: 48_000,
        gaps: [
          { fromMs: 200, toMs: 5000, cause: 'x' },
          { fromMs: 4000, toMs: 5000, cause: 'x' },
        ],
      },
      appVersion: '1',
    });
    expect(callSchema.safeParse({ ...call, revision: 1 }).success).toBe(true);
    expect(call.capture.gaps).toEqual(
      ['you', 'them'].map((side) => ({ side, fromMs: 200, toMs: 1000, cause: 'x' })),
    );
    expect(call.source).toMatchObject({ kind: 'imported', you: '', them: '' });
  });
});
