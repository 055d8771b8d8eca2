// The consent line of the running call, with the way to the words to say.
import { useEffect, useState } from 'react';
import { consentLine, type ConsentStanding } from '../../../contract/consent.ts';
import { ConsentLine } from '../consent/consent-line.tsx';
import { Clip } from '../consent/clip.ts';
import { useWords } from '../i18n.ts';
import { runningOf, useRecorder, type RunningState } from '../live/recorder.ts';
import { Button } from '../ui/button.tsx';

/** Where something is yet to be said, the words are there unasked. */
const neededAt: readonly ConsentStanding[] = ['nothing-said', 'their-notice', 'not-since-transfer'];

/** Opened or closed by the user for as long as things stand as they do; else by what is needed. */
export function useSayingOpen(): { open: boolean; toggle: () => void } {
  const running = useRecorder(({ view }) => runningOf(view));
  const { standing } = consentLine(running?.marks ?? []);
  const moment = `${running?.callId} ${standing}`;
  const [chosen, setChosen] = useState<{ moment: string; open: boolean } | null>(null);
  const open = chosen?.moment === moment ? chosen.open : neededAt.includes(standing);
  return { open, toggle: () => setChosen({ moment, open: !open }) };
}

interface RunningConsentProps {
  running: RunningState;
  open: boolean;
  onToggle: () => void;
}

export function RunningConsent({ running, open, onToggle }: RunningConsentProps) {
  const t = useWords('consent');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  return (
    <ConsentLine
      marks={running.marks}
      onHear={(said) => clip.play(running.callId, said)}
      action={
        <Button variant="quiet" onPress={onToggle} aria-expanded={open} preventFocusOnPress>
          {t('card.open')}
        </Button>
      }
    />
  );
}
