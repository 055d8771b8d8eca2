// A case that was read: its head, what is wanted, offered and next, the clock, and the timeline of all that happened.
import { useEffect, useMemo, useRef } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { CaseHeader } from './case-header.tsx';
import { ClockCard } from './clock-card.tsx';
import { DropZone } from './drop-zone.tsx';
import { NextStepCard } from './next-step-card.tsx';
import { OffersCard } from './offers-card.tsx';
import { Timeline } from './timeline-list.tsx';
import { CaseContext, opened } from './use-case.ts';
import { WantCard } from './want-card.tsx';
import styles from './open-case.module.css';

export function OpenCase({ view }: { view: CaseView }) {
  const t = useWords('case');
  const cases = useWords('cases');
  const { name, file, unreadable, twins } = view;
  const here = useMemo(() => opened(name), [name]);
  const main = useRef<HTMLElement>(null);
  // What was pressed to come here is gone: the keyboard goes on from here, not from the window's first link.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <CaseContext value={here}>
      <main ref={main} className={styles.screen} tabIndex={-1}>
        <CaseHeader view={view} />
        <DropZone disabled={unreadable !== null} className={styles.body}>
          {unreadable && (
            <div title={unreadable.reason}>
              <FailureNote
                code="case-unreadable"
                action={
                  <Button
                    onPress={() => void ask('cases:show-folder', unreadable.caseId).catch(reportFailure)}
                  >
                    {cases('showFolder')}
                  </Button>
                }
              />
            </div>
          )}
          {twins.map((id) => (
            <p key={id} className={styles.twin}>
              {t('twin', { id })}
            </p>
          ))}
          <div className={styles.parts}>
            {!unreadable && (
              <>
                <WantCard want={file?.want ?? ''} />
                <OffersCard offers={file?.offers ?? []} />
                <NextStepCard nextStep={file?.nextStep ?? { text: '', due: null }} />
              </>
            )}
            <Timeline view={view} />
            {!unreadable && <ClockCard escalation={file?.escalation} firstDay={view.firstDay} />}
          </div>
        </DropZone>
      </main>
    </CaseContext>
  );
}
