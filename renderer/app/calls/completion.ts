// What the query line can be completed with at the caret: names of filters, and values of the one that is being typed. Pure.
import { dayWords } from '../../../contract/query-dates.ts';
import { isListed, listed } from '../../../contract/query-values.ts';
import { parseQuery, queryFields, writeFilter, type QueryField } from '../../../contract/query.ts';
import { suggestedFields, type SuggestedField } from '../../../contract/library.ts';

/** What is being typed. It takes [start, end) of the line. */
export type Typing =
  | { kind: 'field'; typed: string; not: boolean; start: number; end: number }
  | { kind: 'value'; field: QueryField; typed: string; not: boolean; start: number; end: number };

/** Null when nothing at the caret could be completed. */
export function typingAt(line: string, caret: number): Typing | null {
  const part = parseQuery(line).find(({ start, end }) => start < caret && caret <= end);
  if (!part || part.quote === 'closed') return null;
  const { not, start, end } = part;
  if (part.type === 'words')
    return part.quote === 'none' && caret === end && /^[a-z]+$/i.test(part.text)
      ? { kind: 'field', typed: part.text.toLowerCase(), not, start, end }
      : null;
  const isInValue = caret - start > (not ? 1 : 0) + part.field.length;
  return isInValue
    ? { kind: 'value', field: part.field, typed: part.value.toLowerCase(), not, start, end }
    : null;
}

export const isSuggested = (field: QueryField): field is SuggestedField =>
  suggestedFields.some((one) => one === field);

const lengths = ['5m', '10m', '20m', '30m', '1h', '2h'];

/** What is known without asking the app: names of filters, and values of those that have a list of them. */
export function knownCompletions(typing: Typing): readonly string[] {
  const begins = (all: readonly string[]) =>
    all.filter((one) => one.startsWith(typing.typed) && one !== typing.typed);
  if (typing.kind === 'field') return queryFields.filter((field) => field.startsWith(typing.typed));
  const { field } = typing;
  if (isListed(field)) return begins(listed[field]);
  if (isSuggested(field)) return [];
  return begins(field === 'longer' || field === 'shorter' ? lengths : dayWords);
}

/** The line with the completion in it, and where the caret then stands. */
export function complete(line: string, typing: Typing, value: string): { line: string; caret: number } {
  const minus = typing.not ? '-' : '';
  const written = typing.kind === 'field' ? `${value}:` : `${writeFilter(typing.field, value)} `;
  const before = line.slice(0, typing.start) + minus + written;
  const rest = line.slice(typing.end);
  return { line: before + (written.endsWith(' ') ? rest.trimStart() : rest), caret: before.length };
}
