// The two clocks everything here goes by, as an argument, so that tests can turn them.

export interface Clock {
  /** Wall time in epoch ms. May jump. */
  now(): number;
  /** Ms since some fixed moment. Never jumps, never goes back. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
};
