// A mail address can carry nothing but a subject and a body, whatever is in them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsMail, mailAddress } from '../../../../main/app/mail-address.ts';

test('subject and body come back as they were, and nothing else is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text) => {
      const address = new URL(mailAddress({ subject, text }));
      expect(address.protocol).toBe('mailto:');
      expect(address.pathname).toBe('');
      expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(address.searchParams.get('subject')).toBe(subject);
      expect(address.searchParams.get('body')).toBe(text.replaceAll(/\r?\n/g, '\r\n'));
    }),
  );
});

test('a letter that mail programs would cut off does not fit', () => {
  expect(fitsMail({ subject: 'Call', text: 'short' })).toBe(true);
  expect(fitsMail({ subject: 'Call', text: 'ü'.repeat(400) })).toBe(false);
});

test('half a character does not make it fail', () => {
  expect(mailAddress({ subject: '\ud800', text: '' })).toContain('subject=%EF%BF%BD');
});
