// Outcome and date, chosen beside the box: what is chosen is written into the line, and what the line says is shown.
import { memo } from 'react';
import { outcomes } from '../../../contract/call.ts';
import { filtersOf, withFilter } from '../../../contract/query-edit.ts';
import { meaningOf } from '../../../contract/query-values.ts';
import { useWords } from '../i18n.ts';
import { Select } from '../ui/select.tsx';
import { dateChoiceIn, dateChoices, withDateChoice } from './date-choice.ts';
import { changeLine } from './search-state.ts';

interface FilterSelectProps {
  line: string;
  today: string;
}

export const OutcomeSelect = memo(function OutcomeSelect({ line, today }: FilterSelectProps) {
  const t = useWords('calls');
  const search = useWords('search');
  const common = useWords('common');
  const chosen = filtersOf(line, 'outcome').flatMap((filter) => {
    const meaning = meaningOf(filter, today);
    return meaning.kind === 'listed' ? meaning.values : [];
  });
  const value = chosen.length > 1 ? 'several' : (chosen[0] ?? 'any');
  const options = [
    { id: 'any', label: t('outcome.any') },
    ...[...outcomes, 'none' as const].map((id) => ({ id, label: common(`outcome.${id}`) })),
    ...(value === 'several' ? [{ id: 'several', label: search('filters.several') }] : []),
  ];
  return (
    <Select
      label={t('outcome.label')}
      labelHidden
      options={options}
      value={value}
      onChange={(id) => changeLine((now) => withFilter(now, 'outcome', id === 'any' ? '' : id))}
    />
  );
});

export const DateSelect = memo(function DateSelect({ line, today }: FilterSelectProps) {
  const t = useWords('calls');
  return (
    <Select
      label={t('date.label')}
      labelHidden
      options={dateChoices.map((id) => ({ id, label: t(`date.${id}`) }))}
      value={dateChoiceIn(line, today)}
      onChange={(choice) => changeLine((now) => withDateChoice(now, choice, today))}
    />
  );
});
