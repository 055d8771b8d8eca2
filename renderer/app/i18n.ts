// Every word on screen: the locale files, loaded with the page, and typed by their keys.
import i18next, { type TOptions } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import call from '../../assets/locales/en/call.json';
import calls from '../../assets/locales/en/calls.json';
import common from '../../assets/locales/en/common.json';
import confirmation from '../../assets/locales/en/confirmation.json';
import consent from '../../assets/locales/en/consent.json';
import desk from '../../assets/locales/en/desk.json';
import failures from '../../assets/locales/en/failures.json';
import importing from '../../assets/locales/en/import.json';
import preRoll from '../../assets/locales/en/pre-roll.json';
import listen from '../../assets/locales/en/listen.json';
import promise from '../../assets/locales/en/promise.json';
import recording from '../../assets/locales/en/recording.json';
import settings from '../../assets/locales/en/settings.json';
import stillThere from '../../assets/locales/en/still-there.json';

const english = {
  common,
  recording,
  settings,
  calls,
  call,
  listen,
  promise,
  confirmation,
  desk,
  failures,
  consent,
  preRoll,
  import: importing,
  stillThere,
};

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
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: english },
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** The words of one namespace, for components. */
export function useWords<Name extends Namespace>(name: Name): Words<Name> {
  const { t } = useTranslation(name);
  return t as unknown as Words<Name>;
}

/** The words of one namespace, outside components. */
export function wordsOf<Name extends Namespace>(name: Name): Words<Name> {
  return i18next.getFixedT(null, name) as unknown as Words<Name>;
}
