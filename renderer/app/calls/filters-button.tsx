// The other filters, as controls: each writes its part of the line and shows what the line says.
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { markKinds } from '../../../contract/call.ts';
import { suggestedFields, type SuggestedField } from '../../../contract/library.ts';
import { filtersOf, valueIn, withFilter } from '../../../contract/query-edit.ts';
import { promiseAsked } from '../../../contract/query-values.ts';
import type { QueryField } from '../../../contract/query.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { readableLength } from '../ui/format.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import { Select } from '../ui/select.tsx';
import { SuggestField } from '../ui/suggest-field.tsx';
import { lengthOf } from '../../../contract/query-values.ts';
import { changeLine } from './search-state.ts';
import styles from './filters-button.module.css';

const here: readonly QueryField[] = [...suggestedFields, 'mark', 'promise', 'longer', 'shorter'];
const lengths = ['5m', '10m', '20m', '30m', '1h', '2h'];

const write = (field: QueryField, value: string) => changeLine((line) => withFilter(line, field, value));

export const FiltersButton = memo(function FiltersButton({ line }: { line: string }) {
  const t = useWords('search');
  const [open, setOpen] = useState(false);
  const used = filtersOf(line, ...here).length;
  return (
    <div className={styles.place}>
      <PopoverButton
        label={
          <>
            {t('filters.button')}
            {used > 0 && <span className={styles.used}>{used}</span>}
          </>
        }
        title={t('filters.title')}
        open={open}
        onOpenChange={setOpen}
      >
        <Sheet line={line} used={used} />
      </PopoverButton>
    </div>
  );
});

/** `used`: how many of these filters the line has. */
function Sheet({ line, used }: { line: string; used: number }) {
  const t = useWords('search');
  const common = useWords('common');
  return (
    <div className={styles.sheet}>
      {suggestedFields.map((field) => (
        <NameField key={field} field={field} line={line} />
      ))}
      <Listed
        field="mark"
        line={line}
        options={markKinds.map((id) => ({ id, label: common(`mark.${id}`) }))}
      />
      <Listed
        field="promise"
        line={line}
        options={promiseAsked.map((id) => ({ id, label: t(`promise.${id}`) }))}
      />
      <Length field="longer" line={line} />
      <Length field="shorter" line={line} />
      <Button
        variant="quiet"
        className={styles.clear}
        isDisabled={used === 0}
        onPress={() => changeLine((now) => here.reduce((rest, field) => withFilter(rest, field, ''), now))}
      >
        {t('filters.clear')}
      </Button>
    </div>
  );
}

/** What is being typed is kept as it is: the line knows no blank at the end of a name. */
function NameField({ field, line }: { field: SuggestedField; line: string }) {
  const t = useWords('search');
  const [draft, setDraft] = useState<string | null>(null);
  const isOpen = useRef(false);
  const wasOpen = useRef(false);
  const value = draft ?? valueIn(line, field);
  const asked = useRequest('calls:suggest', [field, value.trim()], { keepLast: true }).data ?? [];
  // Escape closes the list of names first, and only then the sheet.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && wasOpen.current) event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only listens to what passes through
    <div
      className={styles.field}
      onKeyDownCapture={() => (wasOpen.current = isOpen.current)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.label}>{t(`filters.${field}`)}</span>
      <SuggestField
        label={t(`filters.${field}`)}
        value={value}
        onChange={(text) => {
          setDraft(text);
          write(field, text);
        }}
        onBlur={() => setDraft(null)}
        onOpenChange={(open) => (isOpen.current = open)}
        suggestions={asked
          .filter((one) => one.value !== value)
          .map(({ value: text, of }) => ({
            text,
            detail: 'calls' in of ? t('calls', { count: of.calls }) : of.company,
          }))}
      />
    </div>
  );
}

interface ListedProps {
  field: 'mark' | 'promise';
  line: string;
  options: readonly { id: string; label: string }[];
}

function Listed({ field, line, options }: ListedProps) {
  const t = useWords('search');
  const value = valueIn(line, field);
  const isKnown = value === '' || options.some(({ id }) => id === value);
  return (
    <Select
      label={t(`filters.${field}`)}
      options={[
        { id: '', label: t('filters.any') },
        ...options,
        ...(isKnown ? [] : [{ id: value, label: value }]),
      ]}
      value={value}
      onChange={(id) => write(field, id)}
    />
  );
}

function Length({ field, line }: { field: 'longer' | 'shorter'; line: string }) {
  const t = useWords('search');
  const value = valueIn(line, field);
  const all = value === '' || lengths.includes(value) ? lengths : [...lengths, value];
  return (
    <Select
      label={t(`filters.${field}`)}
      options={[
        { id: '', label: t('filters.anyLength') },
        ...all.map((id) => ({ id, label: lengthInWords(id) })),
      ]}
      value={value}
      onChange={(id) => write(field, id)}
    />
  );
}

function lengthInWords(value: string): string {
  const ms = lengthOf(value);
  return ms === null ? value : readableLength(ms);
}
