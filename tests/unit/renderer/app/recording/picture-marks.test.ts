import { describe, expect, it } from 'vitest';
import type { Mark, MarkKind } from '../../../../../contract/call.ts';
import type { RunningState } from '../../../../../renderer/app/live/recorder.ts';
import { pictureMarks } from '../../../../../renderer/app/recording/picture-marks.ts';

const mark = (id: string, kind: MarkKind, fromMs: number, toMs: number, text = ''): Mark => ({
  id,
  kind,
  fromMs,
  toMs,
  text,
  createdAt: '',
  updatedAt: '',
});
const running = (marks: Mark[], openHold: RunningState['openHold'] = null): RunningState => ({
  phase: 'recording',
  callId: 'c',
  startedAtMs: 0,
  mode: 'both',
  company: '',
  case: '',
  notes: '',
  places: { you: '', them: '' },
  sound: 'recorded' as const,
  marks,
  openHold,
  trouble: null,
});
const say = (key: string, values?: object) => [key, ...Object.values(values ?? {})].join(' ');

describe('marks in the picture', () => {
  it('stand in the order of time, promise and hold with their span', () => {
    const drawn = pictureMarks(
      running([mark('b', 'promise', 50, 60), mark('a', 'hold', 10, 20_010)]),
      0,
      say,
    );
    expect(drawn).toEqual([
      { fromMs: 10, toMs: 20_010, ink: 'hold', label: 'short.hold 0:20' },
      { fromMs: 50, toMs: 60, ink: 'promise', label: 'short.promise' },
    ]);
  });

  it('are where they begin, unless they are a span', () => {
    expect(pictureMarks(running([mark('a', 'note', 100, 5100)]), 0, say)[0]).toMatchObject({ toMs: 100 });
  });

  it('let an open hold reach to now', () => {
    const open = running([mark('a', 'hold', 1000, 1000)], { markId: 'a', fromMs: 1000 });
    expect(pictureMarks(open, 61_000, say)[0]).toMatchObject({ toMs: 61_000, label: 'short.hold 1:00' });
    expect(pictureMarks(open, 0, say)[0]).toMatchObject({ toMs: 1000 });
  });

  it('show a reference by what it says', () => {
    expect(pictureMarks(running([mark('a', 'reference', 0, 0, 'NW-1')]), 0, say)[0]?.label).toBe('NW-1');
    expect(pictureMarks(running([mark('a', 'reference', 0, 0)]), 0, say)[0]?.label).toBe('short.reference');
  });
});
