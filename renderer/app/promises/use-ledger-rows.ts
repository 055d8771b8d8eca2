// The rows of the ledger that are drawn, asked for in stretches wherever the list is scrolled to.
import { useQueries } from '@tanstack/react-query';
import type { LedgerPromise, LedgerView } from '../../../contract/promises.ts';
import { ask } from '../bridge.ts';
import { requestKey } from '../data.ts';
import type { RowPlace } from './ledger-layout.ts';

const stretch = 100;
/** Its stretch: those that share one are asked for at once. */
const startOf = (index: number) => index - (index % stretch);

export interface LedgerRows {
  /** Undefined while it is on its way. */
  at: (place: RowPlace) => LedgerPromise | undefined;
  failure: Error | null;
  retry: () => void;
}

export function useLedgerRows(view: LedgerView, drawn: readonly RowPlace[]): LedgerRows {
  const nameOf = ({ group, index }: RowPlace) => `${group} ${startOf(index)}`;
  const stretches = new Map(drawn.map((place) => [nameOf(place), place]));
  const queries = useQueries({
    queries: [...stretches.values()].map(({ group, index }) => {
      const of = { ...view, group };
      return {
        queryKey: requestKey('promises:page', of, startOf(index), stretch),
        queryFn: () => ask('promises:page', of, startOf(index), stretch),
      };
    }),
  });
  const loaded = new Map([...stretches.keys()].map((name, at) => [name, queries[at]?.data]));
  const failed = queries.filter((query) => query.isError);
  return {
    at: (place) => loaded.get(nameOf(place))?.[place.index % stretch],
    failure: failed[0]?.error ?? null,
    retry: () => failed.forEach((query) => void query.refetch()),
  };
}
