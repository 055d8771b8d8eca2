import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../../contract/call.ts';
import { heldMs } from '../../../../../renderer/app/recording/held.ts';

const hold = (fromMs: number, toMs: number, kind: Mark['kind'] = 'hold'): Mark => ({
  id: `${fromMs}`,
  kind,
  fromMs,
  toMs,
  text: '',
  createdAt: '',
  updatedAt: '',
});

describe('time on hold', () => {
  it('adds up holds and nothing else', () => {
    expect(heldMs([hold(5000, 9000), hold(0, 1000), hold(0, 9000, 'promise')])).toBe(5000);
  });

  it('counts overlapping holds once', () => {
    expect(heldMs([hold(0, 5000), hold(3000, 8000), hold(4000, 6000)])).toBe(8000);
  });

  it('is nothing without holds', () => expect(heldMs([])).toBe(0));
});
