// The whole window takes recordings that are dropped onto it; while they are held over it, it says so.
import { Import } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n.ts';
import styles from './drop-place.module.css';

export function DropPlace() {
  const t = useWords('import');
  const over = useFilesOver();
  if (!over) return null;
  return (
    <div className={styles.place} aria-hidden="true">
      <p className={styles.words}>
        <Import size={20} />
        {t('dropHere')}
      </p>
    </div>
  );
}

/** The files themselves are the preload's to hear: a page names no path. */
function useFilesOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}
