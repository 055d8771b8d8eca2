// An attached file on the timeline: what it is, whether it is still what was added, and the picture of it where it is one.
import { FileText, Image, X } from 'lucide-react';
import { useState } from 'react';
import { endingOf, pictureTypes, type CaseAttachment, type FileCheck } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { useSavedText } from '../saved-text.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { locale } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { DayBox } from './day-box.tsx';
import { Row } from './timeline-row-frame.tsx';
import { useCase } from './use-case.ts';
import styles from './timeline.module.css';

interface FileEntryProps {
  file: CaseAttachment;
  caseId: string;
  /** Undefined while it is being looked at. */
  check: FileCheck | undefined;
}

export function FileEntry({ file, caseId, check }: FileEntryProps) {
  const t = useWords('case');
  const { name: caseName, change, save } = useCase();
  const [asking, setAsking] = useState(false);
  const { id, name } = file;
  const note = useSavedText(
    file.note,
    (text) => save({ kind: 'describe-file', id, patch: { note: text } }),
    id,
  );
  const isPicture = Object.hasOwn(pictureTypes, endingOf(name));
  const open = () =>
    void ask('cases:open-file', caseName, id)
      .then((how) => how === 'shown' && notify(t('files.shown', { name })))
      .catch(reportFailure);
  return (
    <Row
      icon={isPicture ? Image : FileText}
      kind="file"
      when={
        <DayBox
          quiet
          label={t('timeline.day', { what: name })}
          day={file.on}
          onChange={(on) => on && change({ kind: 'describe-file', id, patch: { on } })}
        />
      }
      tools={
        <Button variant="quiet" icon aria-label={t('files.remove', { name })} onPress={() => setAsking(true)}>
          <X size={15} aria-hidden="true" />
        </Button>
      }
    >
      <div className={styles.file}>
        {isPicture && check === 'same' && (
          <button type="button" className={styles.picture} tabIndex={-1} aria-hidden="true" onClick={open}>
            <img src={`/pictures/${caseId}/${encodeURIComponent(id)}`} alt="" loading="lazy" />
          </button>
        )}
        <div className={styles.paper}>
          <p className={styles.title}>
            <Button
              variant="quiet"
              className={styles.name}
              aria-label={t('files.open', { name })}
              onPress={open}
            >
              {name}
            </Button>
            {(check === 'changed' || check === 'missing') && <Chip tone="late">{t(`files.${check}`)}</Chip>}
          </p>
          <p className={styles.about}>
            {readableSize(file.bytes)}
            {check === 'same' && ` · ${t('files.same')}`}
            {' · '}
            <span className={styles.hash} title={`${t('files.hash')} ${file.sha256}`}>
              {t('files.hash')} {file.sha256.slice(0, 12)}…
            </span>
          </p>
          <div className={styles.written}>
            <TextField
              label={t('files.note', { name })}
              labelHidden
              placeholder={t('files.noteHint')}
              value={note.text}
              onChange={note.change}
              onBlur={note.flush}
            />
          </div>
        </div>
      </div>
      <Remove file={file} open={asking} onClose={() => setAsking(false)} />
    </Row>
  );
}

interface RemoveProps {
  file: CaseAttachment;
  open: boolean;
  onClose: () => void;
}

function Remove({ file: { id, name }, open, onClose }: RemoveProps) {
  const t = useWords('case');
  const common = useWords('common');
  const { name: caseName } = useCase();
  const remove = () => {
    ask('cases:detach', caseName, id).catch(reportFailure);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('files.removeTitle')}
      actions={
        <>
          <Button onPress={remove}>{t('files.removeConfirm')}</Button>
          <Button variant="quiet" onPress={onClose}>
            {common('cancel')}
          </Button>
        </>
      }
    >
      {t('files.removeAbout', { name })}
    </Dialog>
  );
}

/** `840 bytes`, `12 kB`, `3.4 MB`. */
function readableSize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000 ? [bytes, 'byte'] : bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const digits = value < 10 && unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}
