// The consent line of the running call, with the way to the words to say.
import { useEffect, useState } from 'react';
import { consentLine, type ConsentStanding } from '../../../contract/consent.ts';
import { Clip } from '../live/clip.ts';
import { reportFailure } from '../report.ts';
import { ConsentLine } from '../consent/consent-line.tsx';
import { useWords } from '../i18n.ts';
import { runningOf, useRecorder, type RunningState } from '../live/recorder.ts';
import { Button } from '../ui/button.tsx';

/** Where something is yet to be said, the words for it are there unasked. */
const neededAt: readonly ConsentStanding[] = ['nothing-said', 'their-notice', 'not-since-transfer'];

/** `hint`: the words alone. `card`: all situations, the answers and the rule. */
export type SayingShown = 'hint' | 'card' | 'none';

/** What the user chose, for as long as things stand as they do; else what is needed. */
export function useSayingShown(): { shown: SayingShown; show: (next: SayingShown) => void } {
  const running = useRecorder(({ view }) => runningOf(view));
  const { standing } = consentLine(running?.marks ?? []);
  const moment = `${running?.callId} ${standing}`;
  const [chosen, setChosen] = useState<{ moment: string; shown: SayingShown } | null>(null);
  const unasked = neededAt.includes(standing) ? 'hint' : 'none';
  const shown = chosen?.moment === moment ? chosen.shown : unasked;
  return { shown, show: (next) => setChosen({ moment, shown: next }) };
}

interface RunningConsentProps {
  running: RunningState;
  shown: SayingShown;
  onShow: (next: SayingShown) => void;
}

export function RunningConsent({ running, shown, onShow }: RunningConsentProps) {
  const t = useWords('consent');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  const isOpen = shown === 'card';
  return (
    <ConsentLine
      steady
      marks={running.marks}
      onHear={(said) => void clip.play(running.callId, said).catch(reportFailure)}
      action={
        <Button
          variant="quiet"
          onPress={() => onShow(isOpen ? 'none' : 'card')}
          aria-expanded={isOpen}
          preventFocusOnPress
        >
          {t('card.open')}
        </Button>
      }
    />
  );
}
