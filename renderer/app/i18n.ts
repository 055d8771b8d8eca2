// Every word on screen: the locale files, loaded with the page, and typed by their keys.
import i18next, { type TOptions } from 'i18next';
import type { SayingLanguage } from '../../contract/settings.ts';
import sayingGerman from '../../assets/locales/de/saying.json';
import call from '../../assets/locales/en/call.json';
import calls from '../../assets/locales/en/calls.json';
import caseWords from '../../assets/locales/en/case.json';
import cases from '../../assets/locales/en/cases.json';
import common from '../../assets/locales/en/common.json';
import companies from '../../assets/locales/en/companies.json';
import company from '../../assets/locales/en/company.json';
import confirmation from '../../assets/locales/en/confirmation.json';
import consent from '../../assets/locales/en/consent.json';
import desk from '../../assets/locales/en/desk.json';
import failures from '../../assets/locales/en/failures.json';
import importing from '../../assets/locales/en/import.json';
import preRoll from '../../assets/locales/en/pre-roll.json';
import listen from '../../assets/locales/en/listen.json';
import promise from '../../assets/locales/en/promise.json';
import promises from '../../assets/locales/en/promises.json';
import recording from '../../assets/locales/en/recording.json';
import saying from '../../assets/locales/en/saying.json';
import search from '../../assets/locales/en/search.json';
import settings from '../../assets/locales/en/settings.json';
import stillThere from '../../assets/locales/en/still-there.json';
import sayingSpanish from '../../assets/locales/es/saying.json';
import sayingFrench from '../../assets/locales/fr/saying.json';
import sayingItalian from '../../assets/locales/it/saying.json';
import sayingDutch from '../../assets/locales/nl/saying.json';
import trash from '../../assets/locales/en/trash.json';

const english = {
  common,
  recording,
  search,
  settings,
  calls,
  call,
  cases,
  case: caseWords,
  companies,
  company,
  listen,
  promise,
  promises,
  confirmation,
  desk,
  failures,
  consent,
  saying,
  preRoll,
  import: importing,
  stillThere,
  trash,
};

/** What is said to the agent has to be in the language of the call; the app itself is English so far. */
const spoken = {
  de: { saying: sayingGerman },
  fr: { saying: sayingFrench },
  es: { saying: sayingSpanish },
  it: { saying: sayingItalian },
  nl: { saying: sayingDutch },
} satisfies Partial<Record<SayingLanguage, { saying: typeof saying }>>;

export type Namespace = keyof typeof english;

type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key;
type KeysOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Node[Key]>}`;
}[keyof Node & string];

/** A key of a namespace, e.g. `marks.promise`; plural forms go by their stem. */
export type WordKey<Name extends Namespace> = KeysOf<(typeof english)[Name]>;

/** Says the words of one namespace. `count` picks the plural form. */
export type Words<Name extends Namespace> = (key: WordKey<Name>, values?: TOptions) => string;

/** To be called once, before anything is drawn. Loads nothing, so it is done when it returns. */
export function startWords(): void {
  void i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english, ...spoken },
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
}

const known = new Map<Namespace, unknown>();

/** The words of one namespace, for components. The language stays what it is, so there is nothing to watch: it costs nothing. */
export function useWords<Name extends Namespace>(name: Name): Words<Name> {
  if (!known.has(name)) known.set(name, wordsOf(name));
  return known.get(name) as Words<Name>;
}

/** The words of one namespace, outside components. Those without values are looked up once: a list asks for hundreds. */
export function wordsOf<Name extends Namespace>(name: Name): Words<Name> {
  const say = i18next.getFixedT(null, name) as unknown as Words<Name>;
  const said = new Map<WordKey<Name>, string>();
  return (key, values) => {
    if (values !== undefined) return say(key, values);
    let words = said.get(key);
    if (words === undefined) said.set(key, (words = say(key)));
    return words;
  };
}

/** The words to say to the agent, in a language. */
export function sayingIn(language: SayingLanguage): Words<'saying'> {
  return i18next.getFixedT(language, 'saying') as unknown as Words<'saying'>;
}
