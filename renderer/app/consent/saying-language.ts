// The language in which the user speaks to the agent: the first of the user's own that there are words in, unless one is chosen.
import { sayingLanguages, type SayingLanguage } from '../../../contract/settings.ts';
import { locale } from '../ui/format.ts';

/** `languages`: BCP 47 tags, the dearest first. */
export function ownLanguage(languages: readonly string[] = navigator.languages): SayingLanguage {
  const spoken = languages.map((tag) => tag.split('-')[0]);
  return spoken.flatMap((one) => sayingLanguages.find((language) => language === one) ?? [])[0] ?? 'en';
}

/** Its name in the language of the app. */
export const languageName = (language: SayingLanguage): string =>
  new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language;
