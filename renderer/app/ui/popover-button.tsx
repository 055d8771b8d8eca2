// A button that opens a small sheet below: closed by Escape, by a click beside it, and by leaving it; it stays in its place in the page.
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './popover-button.module.css';

interface PopoverButtonProps {
  /** What the button shows; with `icon`, what it is called. */
  label: ReactNode;
  /** A single sign instead of words. */
  icon?: ReactNode;
  className?: string;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the sheet shows while it is open. */
  children: ReactNode;
}

/** The sheet hangs from the lower right of the nearest element that has a position, unless `--sheet-left` says otherwise. */
export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, className, title, open, onOpenChange, children } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    if (!sheet.current?.contains(document.activeElement)) sheet.current?.focus();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) onOpenChange(false);
    };
    // What had the focus may go, as a form does that was sent: the keyboard would be lost with it.
    const kept = new MutationObserver(() => {
      if (document.activeElement === document.body) sheet.current?.focus();
    });
    if (sheet.current) kept.observe(sheet.current, { childList: true, subtree: true });
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      kept.disconnect();
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open, onOpenChange]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return;
    event.stopPropagation();
    onOpenChange(false);
    button.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only listens to what passes through
    <div ref={place} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        variant={icon === undefined ? 'plain' : 'quiet'}
        className={className}
        aria-label={icon !== undefined && typeof label === 'string' ? label : undefined}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => onOpenChange(!open)}
      >
        {icon ?? label}
      </Button>
      {open && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <dialog> would have to be opened by hand
        <div ref={sheet} className={styles.sheet} role="dialog" aria-labelledby={id} tabIndex={-1}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {children}
        </div>
      )}
    </div>
  );
}
