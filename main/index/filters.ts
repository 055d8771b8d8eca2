// The filters of a query line as the index understands them. Of several of one field either will do; days and lengths narrow each other.
import type { Moment } from '../../contract/library.ts';
import { meaningOf, type ListedField } from '../../contract/query-values.ts';
import type { QueryFilter, QueryPart } from '../../contract/query.ts';
import { dated, markFacet, outcomeFacet, promiseFacet } from './facets.ts';
import { beyondKeys, firstKeyAt, lowestKey } from './keys.ts';
import { startOfDay } from './local-day.ts';
import type { Condition, Keys } from './sought.ts';
import { hasTerm, matchOf, termOf, type Term } from './terms.ts';

export interface FiltersAsked {
  /** Pieces for FTS5: all of the first, none of the second. */
  matches: string[];
  unwantedMatches: string[];
  /** Follow from the conditions: they spare looking at calls one by one where there is something to match anyway. */
  hints: string[];
  conditions: Condition[];
  keys: Keys;
  moments: Condition[];
  termsOfKind: Partial<Record<Moment['kind'], Term[]>>;
}

type NameField = 'company' | 'case' | 'agent' | 'ref';

/** All filters of a field that are wanted, or all that are not. */
type Group =
  | { kind: 'names'; field: NameField; not: boolean; terms: Term[] }
  | { kind: 'listed'; field: ListedField; not: boolean; values: Set<string> };

/** What comes after these is not looked at. */
const mostFilters = 24;

export function filtersAsked(parts: readonly QueryPart[], today: string): FiltersAsked {
  const asked: FiltersAsked = {
    matches: [],
    unwantedMatches: [],
    hints: [],
    conditions: [],
    keys: { from: lowestKey, below: beyondKeys },
    moments: [],
    termsOfKind: {},
  };
  const groups = new Map<string, Group>();
  for (const filter of parts.filter((part) => part.type === 'filter').slice(0, mostFilters))
    addFilter(asked, groups, filter, today);
  for (const group of groups.values()) {
    if (group.kind === 'names') askNames(asked, group.field, group.not, group.terms);
    else askListed(asked, group.field, group.not, [...group.values], today);
  }
  return asked;
}

function addFilter(
  asked: FiltersAsked,
  groups: Map<string, Group>,
  filter: QueryFilter,
  today: string,
): void {
  const { not } = filter;
  const meaning = meaningOf(filter, today);
  const name = `${not ? '-' : ''}${filter.field}`;
  const known = groups.get(name);
  switch (meaning.kind) {
    case 'name': {
      const term = termOf(filter.value, filter.quote === 'closed');
      if (term === null) return;
      if (known?.kind === 'names') known.terms.push(term);
      else groups.set(name, { kind: 'names', field: filter.field as NameField, not, terms: [term] });
      return;
    }
    case 'listed':
      if (known?.kind === 'listed') meaning.values.forEach((value) => known.values.add(value));
      else groups.set(name, { kind: 'listed', field: meaning.field, not, values: new Set(meaning.values) });
      return;
    case 'length':
      asked.conditions.push({
        sql: filter.field === 'longer' ? 'duration_ms > ?' : 'duration_ms < ?',
        values: [meaning.ms],
      });
      return;
    case 'days': {
      const { from, until } = meaning.days;
      if (from !== null) asked.keys.from = Math.max(asked.keys.from, firstKeyAt(startOfDay(from)));
      if (until !== null) asked.keys.below = Math.min(asked.keys.below, firstKeyAt(startOfDay(until)));
      return;
    }
    case 'nothing':
    case 'wrong':
      return;
  }
}

const columns = { company: 'company', case: 'case_name', agent: 'agents', ref: 'refs' } as const;
const kinds = { company: 'company', case: 'case', agent: 'agent', ref: 'reference' } as const;

function askNames(asked: FiltersAsked, field: NameField, not: boolean, terms: Term[]): void {
  const match = `${columns[field]} : (${terms.map(matchOf).join(' OR ')})`;
  if (not) {
    asked.unwantedMatches.push(match);
    return;
  }
  asked.matches.push(match);
  asked.termsOfKind[kinds[field]] = terms;
  // A company or a case is not said at some moment: the call is what is found.
  if (field === 'agent' || field === 'ref')
    asked.moments.push({
      sql: `(kind = ? AND (${terms.map(hasTerm).join(' OR ')}))`,
      values: [kinds[field], ...terms],
    });
}

function askListed(
  asked: FiltersAsked,
  field: ListedField,
  not: boolean,
  values: string[],
  today: string,
): void {
  if (field === 'promise') return askPromises(asked, not, values, today);
  const facet = field === 'outcome' ? outcomeFacet : markFacet;
  (not ? asked.unwantedMatches : asked.matches).push(anyOf(values.map(facet)));
  if (field === 'mark' && !not) asked.moments.push({ sql: `(kind IN (${places(values)}))`, values });
}

/** What is due or overdue hangs on the day on which it is asked, so no word of the index can say it. */
function askPromises(asked: FiltersAsked, not: boolean, values: string[], today: string): void {
  const byDay = values.filter((value) => value === 'due' || value === 'overdue');
  const statuses = values.filter((value) => value !== 'due' && value !== 'overdue');
  const days = byDay.map(() => today);
  if (byDay.length === 0)
    (not ? asked.unwantedMatches : asked.matches).push(anyOf(statuses.map(promiseFacet)));
  else {
    const ofCall: string[] = byDay.map((value) => (value === 'due' ? 'last_due >= ?' : 'next_due < ?'));
    if (statuses.length === 0 && !not) asked.hints.push(`"${dated}"`);
    if (statuses.length > 0)
      ofCall.push(
        `EXISTS (SELECT 1 FROM moments WHERE call_key = calls.key AND promise IN (${places(statuses)}))`,
      );
    asked.conditions.push({
      sql: `${not ? 'NOT ' : ''}coalesce(${ofCall.join(' OR ')}, 0)`,
      values: [...days, ...statuses],
    });
  }
  if (not) return;
  const ofMoment: string[] = byDay.map(
    (value) => `promise = 'open' AND due ${value === 'due' ? '>=' : '<'} ?`,
  );
  if (statuses.length > 0) ofMoment.push(`promise IN (${places(statuses)})`);
  asked.moments.push({ sql: `coalesce(${ofMoment.join(' OR ')}, 0)`, values: [...days, ...statuses] });
}

const anyOf = (facets: readonly string[]) => `(${facets.map((facet) => `"${facet}"`).join(' OR ')})`;
const places = (values: readonly unknown[]) => values.map(() => '?').join(', ');
