// The colours of the picture, taken from the tokens, because a canvas knows no custom properties.

const names = {
  you: '--you',
  them: '--them',
  promise: '--promise',
  consent: '--consent',
  hold: '--hold',
  rec: '--rec',
  ink2: '--ink-2',
  ink3: '--ink-3',
  line: '--line',
  panel: '--panel',
  sunken: '--sunken',
  font: '--font',
} as const;

export type Inks = Record<keyof typeof names, string>;

export function readInks(): Inks {
  const tokens = getComputedStyle(document.documentElement);
  const entries = Object.entries(names).map(([name, token]) => [name, tokens.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as Inks;
}
