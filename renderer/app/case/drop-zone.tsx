// The part of the screen that files can be dropped onto: all of it.
import { useState, type DragEvent, type ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { useAttach } from './use-attach.ts';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  disabled: boolean;
  className?: string;
  children: ReactNode;
}

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

export function DropZone({ disabled, className, children }: DropZoneProps) {
  const t = useWords('case');
  const { attach } = useAttach();
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (disabled || !holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    if (disabled || !holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    void attach([...event.dataTransfer.files]);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  return (
    // Only for the mouse: by keyboard, files are chosen with the button.
    <div className={styles.zone} onDragOver={onDragOver} onDragLeave={onDragLeave} onDrop={onDrop}>
      <div className={[styles.inside, className].filter(Boolean).join(' ')}>{children}</div>
      {over && <p className={styles.veil}>{t('files.drop')}</p>}
    </div>
  );
}
