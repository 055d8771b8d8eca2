// The privacy pause: both sides hold silence until it ends.
import { Pause, Play } from 'lucide-react';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { pauseRecording } from './recorder.ts';

export function PauseButton({ paused }: { paused: boolean }) {
  const t = useWords('recording');
  const Icon = paused ? Play : Pause;
  return (
    <Button onPress={() => void pauseRecording(!paused)} preventFocusOnPress aria-keyshortcuts="Space">
      <Icon size={16} aria-hidden="true" />
      {paused ? t('resume') : t('pause')} <Kbd>{t('space')}</Kbd>
    </Button>
  );
}
