// Tells by a file's first bytes what it is, where the decoder would only say that it does not know it.

/** The name of a format of sound that cannot be decoded here, `not-sound` for what is none at all, null for all others. */
export function unknownKind(head: Uint8Array): { format: string } | 'not-sound' | null {
  const text = Buffer.from(head).toString('latin1'); // each byte a letter; TextDecoder's "latin1" is Windows' own
  const format = formats.find(([sign, at]) => text.startsWith(sign, at));
  if (format) return { format: format[2] };
  return notSound.some((sign) => text.startsWith(sign)) ? 'not-sound' : null;
}

/** How a file begins, and at which byte. */
const formats = [
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 0, 'Windows Media (WMA)'],
  ['AIFF', 8, 'AIFF'],
  ['AIFC', 8, 'AIFF'],
  ['caff', 0, 'Core Audio (CAF)'],
  ['.snd', 0, 'Sun audio (AU)'],
  ['#!SILK', 1, 'SILK'],
  ['#!SILK', 0, 'SILK'],
  ['MAC ', 0, "Monkey's Audio (APE)"],
  ['wvpk', 0, 'WavPack'],
] as const;

/** Documents, pictures and archives that end up in such folders. */
const notSound = [
  '%PDF',
  'PK\x03\x04',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '<!DOCTYPE',
  '<html',
  '{',
  'MZ',
  '\x7fELF',
  'SQLite format',
];
