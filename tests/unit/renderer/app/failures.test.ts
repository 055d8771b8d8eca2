// Whatever can go wrong has a sentence and a next step, and none of them promises more than we know.
import { describe, expect, it } from 'vitest';
import failures from '../../../../assets/locales/en/failures.json';
import recording from '../../../../assets/locales/en/recording.json';
import { failureCodes } from '../../../../contract/failure.ts';
import { recordingModes, sourceLosses, troubles } from '../../../../contract/recording.ts';

const sentence = /^[A-Z“].*[.!?]$/s;

describe('failures', () => {
  it.each(failureCodes)('%s has a sentence and a next step', (code) => {
    expect(failures[code].what).toMatch(sentence);
    expect(failures[code].next).toMatch(sentence);
  });

  it('has no words for codes that do not exist', () => {
    expect(Object.keys(failures).sort()).toEqual([...failureCodes].sort());
  });
});

describe('what can be wrong in mid-call', () => {
  it.each(troubles)('%s has a sentence and a next step', (trouble) => {
    expect(recording.trouble[trouble].what).toMatch(sentence);
    expect(recording.trouble[trouble].next).toMatch(sentence);
  });

  it.each(sourceLosses)('a side that is %s has words, a sentence and a next step', (cause) => {
    expect(recording.cause[cause]).not.toBe('');
    for (const side of ['you', 'them'] as const) {
      expect(recording.lost[side][cause].what).toMatch(sentence);
      expect(recording.lost[side][cause].next).toMatch(sentence);
    }
  });

  it.each(recordingModes)('the mode %s is named and explained', (mode) => {
    expect(recording.mode[mode].name).not.toBe('');
    expect(recording.mode[mode].about).toMatch(sentence);
  });
});
