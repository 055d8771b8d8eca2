// Starts the small control: words, settings, the recorder's picture, then its few buttons.
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { createCache, followEvents } from '../data.ts';
import { startWords } from '../i18n.ts';
import { followRecorder } from '../live/recorder.ts';
import { locale } from '../ui/format.ts';
import { Control } from './control.tsx';
import '../ui/tokens.css';
import '../ui/base.css';

startWords();
const cache = createCache();
followEvents(cache);
followRecorder({ wave: false });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <QueryClientProvider client={cache}>
    <I18nProvider locale={locale()}>
      <Control />
    </I18nProvider>
  </QueryClientProvider>,
);
