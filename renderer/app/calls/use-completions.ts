// The completions of what is being typed, with a word on each: those of names are asked of the app.
import { useMemo } from 'react';
import type { MarkKind, Outcome } from '../../../contract/call.ts';
import type { DayWord } from '../../../contract/query-dates.ts';
import type { PromiseAsked } from '../../../contract/query-values.ts';
import type { QueryField } from '../../../contract/query.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { isSuggested, knownCompletions, type Typing } from './completion.ts';

export interface Completion {
  value: string;
  /** How it stands in the list. */
  text: string;
  detail: string;
}

export function useCompletions(typing: Typing | null): readonly Completion[] {
  const t = useWords('search');
  const common = useWords('common');
  const field = typing?.kind === 'value' && isSuggested(typing.field) ? typing.field : null;
  const asked = useRequest('calls:suggest', [field ?? 'company', typing?.typed.trim() ?? ''], {
    enabled: field !== null,
    keepLast: true,
  }).data;
  return useMemo(() => {
    if (!typing) return [];
    if (field !== null)
      return (asked ?? [])
        .filter(({ value }) => value.toLowerCase() !== typing.typed.trim())
        .map(({ value, of }) => ({
          value,
          text: value,
          detail: 'calls' in of ? t('calls', { count: of.calls }) : of.company,
        }));
    const detailOf = (value: string): string => {
      if (typing.kind === 'field') return t(`field.${value as QueryField}`);
      switch (typing.field) {
        case 'outcome':
          return common(`outcome.${value as Outcome}`);
        case 'mark':
          return common(`mark.${value as MarkKind}`);
        case 'promise':
          return t(`promise.${value as PromiseAsked}`);
        case 'before':
        case 'after':
        case 'on':
          return t(`day.${value as DayWord}`);
        default:
          return '';
      }
    };
    return knownCompletions(typing).map((value) => ({
      value,
      text: typing.kind === 'field' ? `${value}:` : value,
      detail: detailOf(value),
    }));
  }, [typing, field, asked, t, common]);
}
