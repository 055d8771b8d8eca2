// The Trash screen: calls that were moved here, when each goes for good or why it stays, and the way back.
import { Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { TrashedCall } from '../../../contract/trash.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Link } from '../ui/link.tsx';
import { notify } from '../ui/toast.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { TrashRow } from './trash-row.tsx';
import { shortNames } from './names.ts';
import styles from './trash-screen.module.css';

const rowsAtOnce = 200;

export function TrashScreen() {
  const t = useWords('trash');
  const common = useWords('common');
  const trash = useRequest('trash:list', [], { fresh: true });
  return (
    <main className={styles.screen}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <p className={styles.about}>{t('about')}</p>
      </header>
      <div className={styles.body}>
        {trash.error && (
          <div className={styles.failure}>
            <FailureNote code={trash.error.code} onRetry={() => void trash.refetch()} />
          </div>
        )}
        {trash.isPending && <output className={styles.soon}>{common('loading')}</output>}
        {trash.data && (trash.data.length > 0 ? <Rows calls={trash.data} /> : <Empty />)}
      </div>
    </main>
  );
}

function Rows({ calls }: { calls: readonly TrashedCall[] }) {
  const t = useWords('trash');
  const common = useWords('common');
  const [asked, setAsked] = useState<TrashedCall | null>(null);
  const [shown, setShown] = useState(rowsAtOnce);
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<number | null>(null);

  // What was pressed goes with its row: the keyboard goes on from the row that took its place.
  useLayoutEffect(() => {
    if (left.current === null || document.activeElement !== document.body) return;
    const rows = list.current?.children ?? [];
    rows[Math.min(left.current, rows.length - 1)]?.querySelector<HTMLElement>('button')?.focus();
    left.current = null;
  });

  const words = (call: TrashedCall) => shortNames(call, common('unknownCompany'));
  const leave = (call: TrashedCall) => (left.current = calls.indexOf(call));
  const restore = (call: TrashedCall) => {
    leave(call);
    ask('trash:restore', call.name)
      .then(() => notify(t('restored', words(call))))
      .catch(reportFailure);
  };
  const remove = (call: TrashedCall) => {
    leave(call);
    setAsked(null);
    ask('trash:delete', call.name)
      .then(() => notify(t('deleted', words(call))))
      .catch(reportFailure);
  };
  const rest = Math.min(rowsAtOnce, calls.length - shown);
  return (
    <>
      <ul ref={list} aria-label={t('list')}>
        {calls.slice(0, shown).map((call) => (
          <TrashRow
            key={call.name}
            call={call}
            onRestore={() => restore(call)}
            onDelete={() => setAsked(call)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <div className={styles.more}>
          <Button onPress={() => setShown(shown + rowsAtOnce)}>{t('more', { count: rest })}</Button>
        </div>
      )}
      {asked && <DeleteDialog call={asked} onKeep={() => setAsked(null)} onDelete={() => remove(asked)} />}
    </>
  );
}

function Empty() {
  const t = useWords('trash');
  return (
    <EmptyState
      icon={Trash2}
      title={t('empty.title')}
      action={<Link href={hrefOf({ screen: 'calls' })}>{t('empty.back')}</Link>}
    >
      <p>{t('empty.what')}</p>
      <p className={styles.how}>{t('empty.how')}</p>
    </EmptyState>
  );
}
