import { describe, expect, it } from 'vitest';
import type { RecordingView, Sources } from '../../../../../contract/recording.ts';
import { situationOf } from '../../../../../renderer/app/live/situation.ts';

const live: Sources = {
  you: { phase: 'live', label: 'Headset' },
  them: { phase: 'live', label: 'Speakers' },
};
const lost = { phase: 'lost', label: 'Headset', cause: 'unplugged' } as const;
const silent = { phase: 'silent', label: 'Speakers' } as const;

const idle = (sources: Partial<Sources>): RecordingView => ({
  recording: { phase: 'idle' },
  sources: { ...live, ...sources },
  preRoll: null,
  question: null,
  last: null,
});
const running = (sources: Partial<Sources>, more: object = {}): RecordingView => ({
  ...idle(sources),
  recording: {
    phase: 'recording',
    callId: 'c',
    startedAtMs: 0,
    mode: 'both',
    company: '',
    case: '',
    notes: '',
    places: { you: '', them: '' },
    sound: 'recorded' as const,
    marks: [],
    openHold: null,
    trouble: null,
    ...more,
  },
});

describe('situation', () => {
  it('is nothing when both sides are live', () => {
    expect(situationOf(idle({}), 'both')).toBeNull();
    expect(situationOf(running({}), 'both')).toBeNull();
  });

  it('puts trouble with the file before a lost side, and a lost side before a silent one', () => {
    const worst = running({ you: lost, them: silent }, { trouble: 'disk-low' });
    expect(situationOf(worst, 'both')).toEqual({ what: 'trouble', trouble: 'disk-low' });
    const bad = situationOf(running({ you: lost, them: silent }), 'both');
    expect(bad).toEqual({ what: 'lost', side: 'you', cause: 'unplugged', recording: true });
    const mild = situationOf(running({ them: silent }), 'both');
    expect(mild).toEqual({ what: 'silent', side: 'them', recording: true });
  });

  it('raises no false alarm about the other side when only the microphone is recorded', () => {
    expect(situationOf(idle({ them: { ...lost, cause: 'missing' } }), 'microphone')).toBeNull();
    expect(situationOf(running({ them: silent }, { mode: 'microphone' }), 'both')).toBeNull();
  });

  it('goes by the mode of the running call, not by the settings', () => {
    expect(situationOf(running({ them: lost }), 'microphone')).toMatchObject({ what: 'lost', side: 'them' });
  });

  it('does not complain before a call that nothing is playing yet', () => {
    expect(situationOf(idle({ them: silent }), 'both')).toBeNull();
    expect(situationOf(idle({ you: silent }), 'both')).toMatchObject({ what: 'silent', side: 'you' });
  });

  it('does not complain of silence in a privacy pause', () => {
    expect(situationOf(running({ you: silent }, { phase: 'paused' }), 'both')).toBeNull();
  });
});
