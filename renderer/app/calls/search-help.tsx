// Teaches the query line by examples; each can be clicked, and is then what is looked for.
import { CircleHelp } from 'lucide-react';
import { memo, useState } from 'react';
import { writeFilter } from '../../../contract/query.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Kbd } from '../ui/kbd.tsx';
import { PopoverButton } from '../ui/popover-button.tsx';
import { changeLine } from './search-state.ts';
import styles from './search-help.module.css';

const examples = [
  ['words', 'refund letter'],
  ['phrase', '"price lock"'],
  ['company', null],
  ['promise', 'promise:overdue'],
  ['outcome', 'outcome:unresolved'],
  ['ref', 'ref:NW-2093'],
  ['mark', 'mark:refusal'],
  ['on', 'on:last-month'],
  ['range', 'after:2026-06 before:2026-09-15'],
  ['length', 'longer:20m'],
  ['not', '-outcome:resolved'],
] as const;

export const SearchHelp = memo(function SearchHelp({
  className,
  onChosen,
}: {
  className: string;
  onChosen: () => void;
}) {
  const t = useWords('search');
  const [open, setOpen] = useState(false);
  // An example that finds something teaches more: the company that was called last.
  const company = useRequest('companies:suggest', [''], { enabled: open }).data?.[0]?.company;
  const choose = (line: string) => {
    changeLine(line);
    setOpen(false);
    onChosen();
  };
  return (
    <PopoverButton
      label={t('help.button')}
      className={className}
      title={t('help.title')}
      open={open}
      onOpenChange={setOpen}
      icon={<CircleHelp size={16} aria-hidden="true" />}
    >
      <div className={styles.help}>
        <ul className={styles.examples}>
          {examples.map(([means, example]) => {
            const line = example ?? writeFilter('company', company ?? 'Northwind Telecom');
            return (
              <li key={means}>
                <button type="button" className={styles.example} onClick={() => choose(line)}>
                  <code className={styles.line}>{line}</code>
                  <span className={styles.means}>{t(`help.${means}`)}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <p className={styles.note}>{t('help.either')}</p>
        <p className={styles.note}>
          <Kbd>/</Kbd> {t('help.keys')}
        </p>
      </div>
    </PopoverButton>
  );
});
