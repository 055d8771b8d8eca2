// The button that plays a quote, and ends it.
import { Play, Square } from 'lucide-react';
import { Button } from '../ui/button.tsx';

interface PlayQuoteProps {
  playing: boolean;
  /** What a press does now. */
  label: string;
  onPress: () => void;
  /** -1: reached by other keys than Tab. */
  tabIndex?: number;
}

export function PlayQuote({ playing, label, onPress, tabIndex }: PlayQuoteProps) {
  const Icon = playing ? Square : Play;
  return (
    <Button
      icon
      aria-label={label}
      onPress={onPress}
      preventFocusOnPress
      excludeFromTabOrder={tabIndex === -1}
    >
      <Icon size={14} aria-hidden="true" />
    </Button>
  );
}
