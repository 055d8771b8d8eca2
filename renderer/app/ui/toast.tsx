// Calm notices at the foot of the window: said once, gone by themselves, with undo where something can be undone.
import { X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useWords } from '../i18n.ts';
import { Button } from './button.tsx';
import styles from './toast.module.css';

interface Notice {
  text: string;
  undo?: () => void;
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 2 });
const shownForMs = { plain: 5000, withUndo: 8000 };

/** Says something; `undo` adds a button that takes it back. The answer takes the notice away. */
export function notify(text: string, undo?: () => void): () => void {
  const key = queue.add({ text, undo }, { timeout: undo ? shownForMs.withUndo : shownForMs.plain });
  return () => queue.close(key);
}

export function Toasts() {
  const t = useWords('common');
  return (
    <ToastRegion queue={queue} aria-label={t('messages')} className={styles.region}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast}>
          <ToastContent className={styles.content}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              variant="quiet"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button slot="close" variant="quiet" icon aria-label={t('close')}>
            <X size={16} aria-hidden="true" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
