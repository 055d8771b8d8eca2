// The colours of the waveform, taken from the tokens, because a canvas knows no custom properties.

const names = {
  you: '--you',
  them: '--them',
  promise: '--promise',
  consent: '--consent',
  hold: '--hold',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  edge: '--edge',
  line: '--line',
  panel: '--panel',
  font: '--font',
  mono: '--mono',
} as const;

export type Inks = Record<keyof typeof names, string>;

/** `on`: the element that is drawn on; both sides may have one colour there. */
export function readInks(on: Element): Inks {
  const tokens = getComputedStyle(on);
  const entries = Object.entries(names).map(([name, token]) => [name, tokens.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as Inks;
}
