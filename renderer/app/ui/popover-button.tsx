// A button that opens a small sheet below itself: closed by Escape or a click beside it, and the focus comes back.
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './popover-button.module.css';

interface PopoverButtonProps {
  label: string;
  /** What the button shows; its label unless told. */
  children?: ReactNode;
  icon?: boolean;
  quiet?: boolean;
  className?: string;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the sheet shows while it is open. */
  sheet: ReactNode;
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, children, icon = false, quiet = false, className, title, open, onOpenChange, sheet } = props;
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button
        variant={quiet ? 'quiet' : 'plain'}
        icon={icon}
        className={className}
        aria-label={children === undefined ? undefined : label}
      >
        {children ?? label}
      </Button>
      <Popover placement="bottom end" offset={6} className={styles.popover}>
        <Dialog className={styles.sheet}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          {sheet}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
