// Starts the visible window: words, data, the recorder's picture, then the shell.
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { createCache, followEvents } from './data.ts';
import { startWords } from './i18n.ts';
import { followRecorder } from './live/recorder.ts';
import { Shell } from './shell.tsx';
import { locale } from './ui/format.ts';
import { followLeaving, leaveBoxesWithScreens } from './unsaved.ts';
import './ui/tokens.css';
import './ui/base.css';

startWords();
const cache = createCache();
followEvents(cache);
followRecorder({ wave: true });
followLeaving();
leaveBoxesWithScreens();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
createRoot(root).render(
  <QueryClientProvider client={cache}>
    <I18nProvider locale={locale()}>
      <Shell />
    </I18nProvider>
  </QueryClientProvider>,
);
