// Any text at all, halves of surrogate pairs and unassigned characters included (many times faster than fast-check's own).
import fc from 'fast-check';

const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0xffff }),
  fc.integer({ min: 0x10000, max: 0x10ffff }),
);

export function anyUnicode(maxLength: number): fc.Arbitrary<string> {
  return fc.array(codePoint, { maxLength }).map((codePoints) => String.fromCodePoint(...codePoints));
}
