// A question that has to be answered before anything else.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';

interface DialogProps {
  open: boolean;
  /** Escape, or a click beside it where `dismissable`. */
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** Buttons, the safe one last. */
  actions: ReactNode;
  dismissable?: boolean;
}

export function Dialog({ open, onClose, title, children, actions, dismissable = false }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={dismissable}
      className={styles.veil}
    >
      <Modal className={styles.modal}>
        <AriaDialog role="alertdialog" className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          {children && <div className={styles.text}>{children}</div>}
          <div className={styles.actions}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
