// The question whether a call is still going on, where the window that asks it is not in front: once, as a notification.
import { Notification } from 'electron';
import type { RecordingView } from '../../contract/recording.ts';
import type { Translate } from './strings.ts';

interface Deps {
  t: Translate;
  isInFront(): boolean;
  /** Brings the window up, where the answers are. */
  open(): void;
}

export function notifyStillThere({ t, isInFront, open }: Deps) {
  let asked: RecordingView['question'] = null;
  let shown: Notification | null = null;
  return {
    show(question: RecordingView['question']): void {
      if (question === asked) return;
      asked = question;
      shown?.close();
      shown = null;
      if (question === null || isInFront() || !Notification.isSupported()) return;
      shown = new Notification({ title: t('stillThere.ask'), body: t('stillThere.why') });
      shown.on('click', open);
      shown.show();
    },
  };
}
