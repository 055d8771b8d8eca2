// The app's own visible words: tray, menu, notices outside the window, and the command line's.
import { createInstance } from 'i18next';
import app from '../../assets/locales/en/app.json';
import command from '../../assets/locales/en/command.json';
import promise from '../../assets/locales/en/promise.json';
import promises from '../../assets/locales/en/promises.json';

export type Translate = (key: string, values?: Record<string, string | number>) => string;

export function loadStrings(): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { app, command, promise, promises } },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false }, // nothing of it becomes HTML
  });
  return (key, values) => i18n.t(key, values ?? {});
}
