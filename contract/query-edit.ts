// Controls write the query line: these put filters into a line and take them out, and leave the rest as it was typed.
import { parseQuery, writeFilter, type QueryField, type QueryFilter, type QueryPart } from './query.ts';

/** The line without this part of it. */
export function withoutPart(line: string, { start, end }: Pick<QueryPart, 'start' | 'end'>): string {
  const before = line.slice(0, start).trimEnd();
  const after = line.slice(end).trimStart();
  return before && after ? `${before} ${after}` : before || after;
}

/** The filters of a line that a control of these fields stands for: half typed and unwanted ones are not among them. */
export function filtersOf(line: string, ...fields: readonly QueryField[]): QueryFilter[] {
  return parseQuery(line).filter(
    (part): part is QueryFilter =>
      part.type === 'filter' && !part.not && part.value.trim() !== '' && fields.includes(part.field),
  );
}

/** The value that a control shows: the last one written. Empty when there is none. */
export function valueIn(line: string, field: QueryField): string {
  return filtersOf(line, field).at(-1)?.value.trim() ?? '';
}

/** The line with this filter in place of all of `fields`, where the first of them stood; an empty value takes them out. */
export function withFilter(
  line: string,
  field: QueryField,
  value: string,
  fields: readonly QueryField[] = [field],
): string {
  const old = filtersOf(line, ...fields);
  const first = old[0];
  const written = value.trim() === '' ? '' : writeFilter(field, value);
  const rest = [...old]
    .reverse()
    .reduce((left, part) => (part === first ? left : withoutPart(left, part)), line);
  if (first === undefined) return written ? [closed(rest), written].filter(Boolean).join(' ') : line;
  if (written === '') return withoutPart(rest, first);
  return rest.slice(0, first.start) + written + rest.slice(first.end);
}

/** Something may be written behind it: a quote that is still open would swallow it. */
function closed(line: string): string {
  const trimmed = line.trim();
  return parseQuery(trimmed).at(-1)?.quote === 'open' ? `${trimmed}"` : trimmed;
}
