// The app's own visible words: tray, menu, notices outside the window.
import { createInstance } from 'i18next';
import english from '../../assets/locales/en/app.json';

export type Translate = (key: string, values?: Record<string, string>) => string;

export function loadStrings(): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { app: english } },
    defaultNS: 'app',
    initAsync: false,
  });
  return (key, values) => i18n.t(key, values ?? {});
}
