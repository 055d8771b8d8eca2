// The head of a call: with whom, when and how long, how it ended, and whether what was changed is saved.
import { Check, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { outcomes, type Call, type Outcome } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { readableLength } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { SuggestField } from '../ui/suggest-field.tsx';
import type { CallEditor, SaveState } from './call-editor.ts';
import { callDate } from './call-date.ts';
import { onHoldMs } from './marks.ts';
import { TrashButton } from './trash-button.tsx';
import { oneLine, useDraft } from './use-draft.ts';
import styles from './call-header.module.css';

interface CallHeaderProps {
  call: Call;
  save: SaveState;
  editor: CallEditor;
}

export function CallHeader({ call, save, editor }: CallHeaderProps) {
  const t = useWords('call');
  const common = useWords('common');
  const { date, place } = callDate(call);
  const holdMs = onHoldMs(call.marks);
  const facts = [
    place ? t('dateThere', { date, place }) : date,
    readableLength(call.durationMs),
    holdMs >= 1000 ? t('onHold', { length: readableLength(holdMs) }) : '',
  ];
  return (
    <header className={styles.header}>
      <h1 className={styles.unseen}>
        {t('title', { company: call.company || common('unknownCompany'), date })}
      </h1>
      <div className={styles.who}>
        <CompanyBox company={call.company} editor={editor} />
        <p className={styles.facts}>
          {facts.filter(Boolean).map((fact) => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
          <CompanyLink company={call.company} />
          {call.source.kind === 'imported' && <Chip>{t('imported')}</Chip>}
          {call.capture.recovered && <Chip>{t('recovered.short')}</Chip>}
        </p>
        <CaseBox name={call.case} editor={editor} />
      </div>
      <Saved save={save} />
      <OutcomeChoice outcome={call.outcome} editor={editor} />
      <Button onPress={() => void ask('calls:show-folder', call.id).catch(reportFailure)}>
        <FolderOpen size={16} aria-hidden="true" />
        <span className={styles.folder}>{t('showFolder')}</span>
      </Button>
      <TrashButton call={call} editor={editor} />
    </header>
  );
}

/** To all that is known of the company; says under which name the call is listed where that is another than it gives. */
function CompanyLink({ company }: { company: string }) {
  const t = useWords('call');
  const named = useRequest('companies:named', [company], { enabled: company.trim() !== '' }).data;
  if (!named || named.calls === 0) return null;
  const isOther = named.company.trim().toLowerCase() !== company.trim().toLowerCase();
  return (
    <Link href={hrefOf({ screen: 'company', company: named.company })}>
      {isOther ? t('listedAs', { company: named.company }) : t('aboutCompany')}
    </Link>
  );
}

function CompanyBox({ company, editor }: { company: string; editor: CallEditor }) {
  const t = useWords('call');
  const common = useWords('common');
  const [open, setOpen] = useState(false);
  const draft = useDraft(company, editor, (text) => ({ on: 'call', patch: { company: text } }), oneLine);
  const known = useRequest('companies:suggest', [draft.text.trim()], { enabled: open, keepLast: true });
  const suggestions = (known.data ?? [])
    .filter((suggestion) => suggestion.company !== draft.text)
    .slice(0, 6)
    .map((suggestion) => ({
      text: suggestion.company,
      detail: t('earlierCalls', { count: suggestion.calls }),
    }));
  return (
    <SuggestField
      label={t('company')}
      placeholder={common('unknownCompany')}
      value={draft.text}
      onChange={draft.write}
      onBlur={draft.leave}
      onOpenChange={setOpen}
      suggestions={suggestions}
      className={styles.company}
    />
  );
}

/** Which case the call belongs to, in words: those of an open one are offered. */
function CaseBox({ name, editor }: { name: string; editor: CallEditor }) {
  const t = useWords('call');
  const [open, setOpen] = useState(false);
  const draft = useDraft(name, editor, (text) => ({ on: 'call', patch: { case: text } }), oneLine);
  const known = useRequest('cases:suggest', [draft.text.trim()], { enabled: open, keepLast: true });
  const suggestions = (known.data ?? [])
    .filter((suggestion) => suggestion !== draft.text)
    .map((suggestion) => ({ text: suggestion, detail: '' }));
  return (
    <div className={styles.belongs}>
      <SuggestField
        label={t('case')}
        placeholder={t('casePlaceholder')}
        value={draft.text}
        onChange={draft.write}
        onBlur={draft.leave}
        onOpenChange={setOpen}
        suggestions={suggestions}
        className={styles.case}
      />
      {name.trim() !== '' && (
        <Link href={hrefOf({ screen: 'case', case: name.trim() })}>{t('openCase')}</Link>
      )}
    </div>
  );
}

function OutcomeChoice({ outcome, editor }: { outcome: Outcome | null; editor: CallEditor }) {
  const t = useWords('call');
  const common = useWords('common');
  const choices = (['none', ...outcomes] as const).map((id) => ({ id, label: common(`outcome.${id}`) }));
  return (
    <div className={styles.outcome} data-outcome={outcome ?? 'none'}>
      <Select
        label={t('outcome')}
        labelHidden
        options={choices}
        value={outcome ?? 'none'}
        onChange={(id) => editor.change({ on: 'call', patch: { outcome: id === 'none' ? null : id } })}
      />
    </div>
  );
}

/** Says "Saved" when the app has answered, and not before. */
function Saved({ save }: { save: SaveState }) {
  const t = useWords('call');
  return (
    <output className={styles.saved}>
      {save.phase === 'saving' && t('save.saving')}
      {save.phase === 'failed' && t('save.failed')}
      {save.phase === 'saved' && (
        <>
          <Check size={14} aria-hidden="true" />
          {t('save.saved')}
        </>
      )}
    </output>
  );
}
