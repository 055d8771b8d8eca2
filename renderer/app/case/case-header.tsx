// The head of a case: its name, with whom and since when, and whether it is open or how it ended.
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { go } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shortDate } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';
import { useCase } from './use-case.ts';
import styles from './case-header.module.css';

export function CaseHeader({ view }: { view: CaseView }) {
  const t = useWords('case');
  const { newest, calls, file, name, unreadable } = view;
  const first = newest.at(-1);
  const last = newest[0];
  const companies = [...new Set(newest.map(({ company }) => company))].filter(Boolean);
  const facts = [
    companies.join(', '),
    t('facts.calls', { count: calls }),
    first && newest.length === calls && calls > 1
      ? t('facts.since', { date: shortDate(first.startedAtMs) })
      : '',
    last ? t('facts.last', { date: shortDate(last.startedAtMs) }) : '',
  ];
  const isClosed = file?.status === 'closed';
  return (
    <header className={styles.header}>
      <h1 className={styles.unseen}>{name}</h1>
      <div className={styles.who}>
        <NameBox key={name} name={name} fixed={unreadable !== null} />
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {isClosed && (
        <p className={styles.ended}>
          <Chip tone="consent">
            {t('closed', { date: shortDate(Date.parse(file.closedAt ?? file.updatedAt)) })}
          </Chip>
          {file.ending && <span>{file.ending}</span>}
        </p>
      )}
      {!unreadable && <Tools isClosed={isClosed} ending={file?.ending ?? ''} removable={calls === 0} />}
    </header>
  );
}

/** Changed as a whole, when it is left: each of the calls is renamed with it. */
function NameBox({ name, fixed }: { name: string; fixed: boolean }) {
  const t = useWords('case');
  const [text, setText] = useState(name);
  const leave = () => {
    const to = text.trim();
    if (to === '' || to === name) return setText(name);
    ask('cases:rename', name, to).then(
      () => go({ screen: 'case', case: to }),
      (cause: unknown) => {
        setText(name);
        reportFailure(cause);
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    setText(name);
    const box = event.currentTarget;
    requestAnimationFrame(() => box.blur());
  };
  return (
    <input
      className={styles.name}
      type="text"
      aria-label={t('name')}
      spellCheck={false}
      maxLength={1000}
      readOnly={fixed}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}

interface ToolsProps {
  isClosed: boolean;
  ending: string;
  /** True where no call belongs to the case. */
  removable: boolean;
}

function Tools({ isClosed, ending, removable }: ToolsProps) {
  const t = useWords('case');
  const { change } = useCase();
  const [asking, setAsking] = useState<'close' | 'remove' | null>(null);
  const done = () => setAsking(null);
  return (
    <div className={styles.tools}>
      {removable && (
        <Button variant="quiet" onPress={() => setAsking('remove')}>
          <Trash2 size={16} aria-hidden="true" />
          {t('remove.button')}
        </Button>
      )}
      {isClosed ? (
        <Button onPress={() => change({ kind: 'reopen' })}>
          <RotateCcw size={16} aria-hidden="true" />
          {t('reopen')}
        </Button>
      ) : (
        <Button onPress={() => setAsking('close')}>
          <Check size={16} aria-hidden="true" />
          {t('close.button')}
        </Button>
      )}
      {asking === 'close' && <CloseDialog ending={ending} onDone={done} />}
      {asking === 'remove' && <RemoveDialog onDone={done} />}
    </div>
  );
}

function CloseDialog({ ending, onDone }: { ending: string; onDone: () => void }) {
  const t = useWords('case');
  const common = useWords('common');
  const { change } = useCase();
  const [text, setText] = useState(ending);
  const close = () => {
    change({ kind: 'close', ending: text.trim() });
    onDone();
  };
  return (
    <Dialog
      open
      onClose={onDone}
      title={t('close.title')}
      dismissable
      actions={
        <>
          <Button variant="quiet" onPress={onDone}>
            {common('cancel')}
          </Button>
          <Button onPress={close}>{t('close.confirm')}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
        }}
      >
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the question is what was asked for
          autoFocus
          label={t('close.label')}
          labelHidden
          placeholder={t('close.hint')}
          value={text}
          onChange={setText}
          hint={t('close.about')}
        />
      </form>
    </Dialog>
  );
}

function RemoveDialog({ onDone }: { onDone: () => void }) {
  const t = useWords('case');
  const common = useWords('common');
  const { name } = useCase();
  const remove = () => {
    ask('cases:remove', name).then(() => go({ screen: 'cases' }), reportFailure);
    onDone();
  };
  return (
    <Dialog
      open
      onClose={onDone}
      title={t('remove.title')}
      actions={
        <>
          <Button onPress={remove}>{t('remove.confirm')}</Button>
          <Button variant="quiet" onPress={onDone}>
            {common('cancel')}
          </Button>
        </>
      }
    >
      {t('remove.about')}
    </Dialog>
  );
}
