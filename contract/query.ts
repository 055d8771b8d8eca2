// The query line: what the user typed, taken apart into words and filters, and put together again. Pure, and never an error.

/** Filters in the order in which they are taught and offered. */
export const queryFields = [
  'company',
  'outcome',
  'case',
  'agent',
  'ref',
  'promise',
  'mark',
  'before',
  'after',
  'on',
  'longer',
  'shorter',
] as const;
export type QueryField = (typeof queryFields)[number];

interface Part {
  /** As it was quoted; an `open` quote was not closed and goes on to the end of the line. */
  quote: 'none' | 'open' | 'closed';
  /** A `-` before it: calls that have it are not wanted. */
  not: boolean;
  /** [start, end) in the line, in UTF-16 units. */
  start: number;
  end: number;
}

/** Words that must follow each other: one that was typed, or a quoted phrase. */
export interface QueryWords extends Part {
  type: 'words';
  text: string;
}

/** `value` is empty while the filter is half typed: it then asks for nothing. What it means is said by query-values.ts. */
export interface QueryFilter extends Part {
  type: 'filter';
  field: QueryField;
  value: string;
}

export type QueryPart = QueryWords | QueryFilter;

/** What comes after this in a pasted page is not read. */
export const longestLine = 20_000;

// A part from its beginning: perhaps `-`, perhaps a field, then a quoted or a plain value.
const part = /(-(?=[\p{L}\p{N}\p{So}"]))?(?:([a-z]+):)?(?:"([^"]*)("|$)|(\S*))/iuy;
const run = /\S+/y;
const space = /\s*/y;

/** The parts of a line, in order. Whatever is no filter is text: `foo:bar`, a lone `-`, an inch sign behind a number. */
export function parseQuery(line: string): QueryPart[] {
  const text = line.slice(0, longestLine);
  const parts: QueryPart[] = [];
  let at = matchAt(space, text, 0)[0].length;
  while (at < text.length) {
    const read = readPart(text, at);
    parts.push(read);
    at = read.end + matchAt(space, text, read.end)[0].length;
  }
  return parts;
}

function readPart(text: string, start: number): QueryPart {
  const [whole, minus, name, quoted, closing, plain = ''] = matchAt(part, text, start);
  const not = minus !== undefined;
  const field = fieldNamed(name);
  if (name !== undefined && field === null) {
    const [all] = matchAt(run, text, start);
    const end = start + all.length;
    return { type: 'words', text: not ? all.slice(1) : all, quote: 'none', not, start, end };
  }
  const quote = quoted === undefined ? 'none' : closing === '"' ? 'closed' : 'open';
  const rest = { quote, not, start, end: start + whole.length } as const;
  const value = quoted ?? plain;
  return field === null ? { type: 'words', text: value, ...rest } : { type: 'filter', field, value, ...rest };
}

/** For patterns that match anywhere they are asked to. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  return pattern.exec(text)!;
}

function fieldNamed(name: string | undefined): QueryField | null {
  const lower = name?.toLowerCase();
  return queryFields.find((field) => field === lower) ?? null;
}

/** The line that has these parts; parsing it gives them again. */
export function formatQuery(parts: readonly QueryPart[]): string {
  return parts.map(formatPart).join(' ');
}

export function formatPart(one: QueryPart): string {
  const value = one.type === 'words' ? one.text : one.value;
  const quoted = { none: value, open: `"${value}`, closed: `"${value}"` }[one.quote];
  return (one.not ? '-' : '') + (one.type === 'filter' ? `${one.field}:` : '') + quoted;
}

/** A filter as a control writes it: quoted where it has to be. A quote cannot be in a value, and no word has one. */
export function writeFilter(field: QueryField, value: string): string {
  const plain = value.replace(/["\s]+/g, ' ').trim();
  return `${field}:${plain.includes(' ') ? `"${plain}"` : plain}`;
}
