// Whom the call is with and what it is about, to be written before or during the call.
import { useState } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { ask, asFailure } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useRecorder, type RunningState } from '../live/recorder.ts';
import { reportFailure } from '../report.ts';
import { useSavedText } from '../saved-text.ts';
import { SuggestField } from '../ui/suggest-field.tsx';
import styles from './call-header.module.css';

interface DraftPatch {
  company?: string;
  case?: string;
}

/** Also when the call has ended since the last letter. */
async function describe(callId: CallId, patch: DraftPatch): Promise<void> {
  try {
    await ask('recording:describe', patch);
  } catch (cause) {
    if (asFailure(cause).code !== 'not-recording') throw cause;
    await ask('calls:edit', callId, patch);
  }
  // The app has it: what was filled in beforehand no longer stands for it.
  const known = Object.fromEntries(Object.keys(patch).map((field) => [field, '']));
  useRecorder.setState(({ draft }) => ({ draft: { ...draft, ...known } }));
}

export function CallHeader({ running }: { running: RunningState | null }) {
  const t = useWords('recording');
  const draft = useRecorder((recorder) => recorder.draft);
  const armed = useRecorder((recorder) => recorder.view?.recording.phase === 'armed');
  const keep = (patch: DraftPatch) => {
    useRecorder.setState((recorder) => ({ draft: { ...recorder.draft, ...patch } }));
    if (armed && patch.company !== undefined) void ask('recording:describe', patch).catch(reportFailure);
  };
  const save = (patch: DraftPatch) =>
    running ? describe(running.callId, patch) : Promise.resolve(keep(patch));
  const of = running?.callId ?? '';
  const written = (field: 'company' | 'case') => draft[field] || (running?.[field] ?? '');
  const company = useSavedText(written('company'), (text) => save({ company: text }), of);
  const about = useSavedText(written('case'), (text) => save({ case: text }), of);
  // Before a call nothing waits to be saved, so that a start takes the last letter along.
  const writeCompany = running ? company.change : (text: string) => keep({ company: text });
  const writeCase = running ? about.change : (text: string) => keep({ case: text });
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <CompanyBox
          value={company.text}
          onChange={writeCompany}
          onBlur={company.flush}
          settled={running !== null}
        />
        <input
          className={styles.case}
          type="text"
          aria-label={t('case')}
          placeholder={t('casePlaceholder')}
          data-settled={running !== null || undefined}
          value={about.text}
          onChange={(event) => writeCase(event.target.value)}
          onBlur={about.flush}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </div>
    </header>
  );
}

interface CompanyBoxProps {
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  settled: boolean;
}

function CompanyBox({ value, onChange, onBlur, settled }: CompanyBoxProps) {
  const t = useWords('recording');
  const [open, setOpen] = useState(false);
  const known = useRequest('companies:suggest', [value.trim()], { enabled: open, keepLast: true });
  const suggestions = (known.data ?? [])
    .filter(({ company }) => company !== value)
    .slice(0, 6)
    .map(({ company, calls }) => ({ text: company, detail: t('earlierCalls', { count: calls }) }));
  return (
    <SuggestField
      label={t('company')}
      placeholder={t('companyPlaceholder')}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      onOpenChange={setOpen}
      suggestions={suggestions}
      className={settled ? `${styles.company} ${styles.settled}` : styles.company}
    />
  );
}
