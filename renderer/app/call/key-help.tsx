// What the keyboard does on the Call screen, on one sheet.
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { redoKeys, undoKeys } from '../record-keys.ts';
import { Kbd } from '../ui/kbd.tsx';
import styles from './key-help.module.css';

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords('listen');
  const common = useWords('common');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      dismissable
      title={t('keys.title')}
      actions={<Button onPress={onClose}>{common('close')}</Button>}
    >
      <p className={styles.about}>{t('keys.about')}</p>
      <Keys title={t('keys.playing')}>
        <Row keys={[t('keys.space'), 'K']} does={t('keys.toggle')} />
        <Row keys={['Esc']} does={t('keys.toggleBack')} />
        <Row keys={['←', '→']} does={t('keys.step')} />
        <Row keys={['F1', 'F2']} does={t('keys.shortStep')} />
        <Row keys={['J', 'L']} does={t('keys.leap')} />
        <Row keys={['Home', 'End']} does={t('keys.ends')} />
        <Row keys={['F3', 'F4']} does={t('keys.speed')} />
        <Row keys={['1', '2', '3']} does={t('keys.side')} />
        <Row keys={['S']} does={t('keys.skip')} />
      </Keys>
      <Keys title={t('keys.marks')}>
        <Row keys={[',', '.']} does={t('keys.jump')} />
        <Row keys={['R']} does={t('keys.loop')} />
        <Row keys={['[', ']']} does={t('keys.setEnds')} />
        <Row keys={[undoKeys.shown, redoKeys.shown]} does={t('keys.undo')} />
      </Keys>
      <Keys title={t('keys.picture')}>
        <Row keys={['+', '-']} does={t('keys.zoom')} />
        <Row keys={['0']} does={t('keys.all')} />
        <Row keys={['F']} does={t('keys.follow')} />
        <Row keys={['?']} does={t('keys.help')} />
      </Keys>
    </Dialog>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>{children}</dl>
    </>
  );
}

function Row({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div className={styles.row}>
      <dt>
        {keys.map((key) => (
          <span key={key} className={styles.key}>
            <span className={styles.unseen}>{key}</span>
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
