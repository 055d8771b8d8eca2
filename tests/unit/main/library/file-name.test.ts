// What somebody else called a file becomes a name that every system can hold and that is free.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeFileName, isPlainName } from '../../../../main/library/file-name.ts';
import { anyUnicode } from './any-unicode.ts';

test.each([
  ['letter.pdf', 'letter.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Users\\me\\bill.png', 'C__Users_me_bill.png'],
  ['a<b>c:"d|e?f*.txt', 'a_b_c__d_e_f_.txt'],
  ['CON.pdf', '_CON.pdf'],
  ['con', '_con'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['lpt¹.txt', '_lpt¹.txt'],
  ['console.log', 'console.log'],
  ['  spaced .pdf ', 'spaced.pdf'],
  ['trailing. . ', 'trailing'],
  ['.hidden', 'hidden'],
  ['', 'file'],
  ['...', 'file'],
  ['bell\u0007\u0000.txt', 'bell__.txt'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['Rechnung Förde 日本 😀.pdf', 'Rechnung Förde 日本 😀.pdf'],
])('%j becomes %j', (wanted, name) => {
  expect(freeFileName(wanted, [])).toBe(name);
});

test('names that differ by case or by the way accents are written are one file on some systems', () => {
  expect(freeFileName('Letter.PDF', ['letter.pdf'])).toBe('Letter (2).PDF');
  expect(freeFileName('letter.pdf', ['letter.pdf', 'LETTER (2).pdf'])).toBe('letter (3).pdf');
  expect(freeFileName('caf\u0065\u0301.txt', ['caf\u00e9.txt'])).toBe('caf\u00e9 (2).txt');
});

test('a long name keeps its ending and whole characters', () => {
  const name = freeFileName(`${'ü😀'.repeat(200)}.pdf`, []);
  expect(name).toMatch(/^(ü😀)+ü?\.pdf$/u);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
});

test('whatever a file was called, its name lies in its folder, is free, and means the same to every system', () => {
  fc.assert(
    fc.property(anyUnicode(60), fc.array(anyUnicode(6), { maxLength: 4 }), (wanted, others) => {
      const taken = others.map((other) => freeFileName(other, []));
      const name = freeFileName(wanted, taken);
      expect(isPlainName(name)).toBe(true);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u);
      expect(taken.map((one) => one.normalize('NFC').toLowerCase())).not.toContain(
        name.normalize('NFC').toLowerCase(),
      );
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
    }),
  );
});
