import { expect, test } from 'vitest';
import { situations } from '../../../../../contract/consent.ts';
import { sayingLanguages } from '../../../../../contract/settings.ts';
import { ownLanguage } from '../../../../../renderer/app/consent/saying-language.ts';
import { sayingIn, startWords } from '../../../../../renderer/app/i18n.ts';

test('the words are in the first of the user’s languages that there are words in', () => {
  expect(ownLanguage(['de-AT', 'en-GB'])).toBe('de');
  expect(ownLanguage(['cy', 'fr-CA', 'en'])).toBe('fr');
  expect(ownLanguage(['ja', 'ko'])).toBe('en');
  expect(ownLanguage([])).toBe('en');
});

test('each language has words of its own for each situation, and each asks the agent', () => {
  startWords();
  const all = sayingLanguages.flatMap((language) => situations.map((one) => sayingIn(language)(one)));
  expect(new Set(all).size).toBe(sayingLanguages.length * situations.length);
  for (const words of all) expect(words).toMatch(/\S.*\?$/);
});
