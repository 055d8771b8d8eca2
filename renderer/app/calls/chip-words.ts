// A filter as people read it: `promise:overdue` is "Promise overdue", `on:2026-11` is "November 2026".
import type { MarkKind, Outcome } from '../../../contract/call.ts';
import { dayBeside, type Days } from '../../../contract/query-dates.ts';
import { meaningOf, type ListedField, type PromiseAsked } from '../../../contract/query-values.ts';
import { formatPart, type QueryFilter } from '../../../contract/query.ts';
import type { Words } from '../i18n.ts';
import { locale, readableLength } from '../ui/format.ts';

export interface ChipWords {
  text: string;
  /** Why the filter cannot be understood; null when it is. */
  wrong: string | null;
}

/** Null for one that is half typed. */
export function chipWords(
  filter: QueryFilter,
  today: string,
  t: Words<'search'>,
  common: Words<'common'>,
): ChipWords | null {
  const meaning = meaningOf(filter, today);
  const { field } = filter;
  const plain = (text: string) => ({
    text: filter.not ? t('chips.not', { filter: text }) : text,
    wrong: null,
  });
  switch (meaning.kind) {
    case 'nothing':
      return null;
    case 'wrong':
      return { text: formatPart(filter), wrong: t(`wrong.${meaning.why}`) };
    case 'name':
      return plain(t(`chips.${field}`, { value: filter.value.trim() }));
    case 'listed': {
      const values = meaning.values.map((value) => nameOf(meaning.field, value, t, common));
      const either = new Intl.ListFormat(locale(), { type: 'disjunction' }).format(values);
      return plain(t(`chips.${field}`, { value: either }));
    }
    case 'length':
      return plain(t(`chips.${field}`, { value: readableLength(meaning.ms) }));
    case 'days':
      return plain(daysInWords(field, meaning.days, t));
  }
}

function nameOf(field: ListedField, value: string, t: Words<'search'>, common: Words<'common'>): string {
  if (field === 'outcome') return common(`outcome.${value as Outcome}`);
  if (field === 'mark') return common(`mark.${value as MarkKind}`);
  return t(`promiseShort.${value as PromiseAsked}`);
}

function daysInWords(field: QueryFilter['field'], { from, until }: Days, t: Words<'search'>): string {
  if (field === 'before') return t('chips.before', { value: oneDay(until!) });
  if (field === 'after') return t('chips.after', { value: oneDay(dayBeside(from!, -1)) });
  if (from === null) return t('chips.until', { value: oneDay(dayBeside(until!, -1)) });
  if (until === null) return t('chips.from', { value: oneDay(from) });
  return t('chips.on', { value: stretch(from, until) });
}

const at = (day: string) => new Date(`${day}T12:00:00`);
const dated = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options);

const oneDay = (day: string) => dated({ day: 'numeric', month: 'short', year: 'numeric' }).format(at(day));

/** A whole year or month is named as such. */
function stretch(from: string, until: string): string {
  const isFirstOf = (part: string) => from.endsWith(part) && until.endsWith(part);
  if (isFirstOf('-01-01') && Number(until.slice(0, 4)) === Number(from.slice(0, 4)) + 1)
    return from.slice(0, 4);
  const [nextMonth] = [new Date(at(from).setMonth(at(from).getMonth() + 1))];
  if (isFirstOf('-01') && until === nextMonth.toLocaleDateString('sv'))
    return dated({ month: 'long', year: 'numeric' }).format(at(from));
  const last = dayBeside(until, -1);
  return dated({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(at(from), at(last));
}
