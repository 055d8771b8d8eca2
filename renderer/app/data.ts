// What the app knows, cached in the window: asked once, kept until the app says that it changed.
import {
  notifyManager,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Failure } from '../../contract/failure.ts';
import type { RequestName } from '../../contract/ipc.ts';
import { ask, listen, type Answer, type Args } from './bridge.ts';

/** Nothing here goes over a network and events say what changed: never refetch by time, focus or connection. */
export function createCache(): QueryClient {
  notifyManager.setScheduler(queueMicrotask); // an answer is drawn when it comes, not at the next turn
  const forever = {
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  } as const;
  return new QueryClient({ defaultOptions: { queries: forever, mutations: { networkMode: 'always' } } });
}

/** The cache's key of a request; a shorter list of arguments names all requests that begin with them. */
export const requestKey = <Name extends RequestName>(name: Name, ...args: Partial<Args<Name>>) =>
  [name, ...args] as const;

interface RequestOptions {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** True: show the last answer until the answer for new arguments is there. */
  keepLast?: boolean;
  /** True: ask again each time it comes on screen, where other programs may change it without an event. */
  fresh?: boolean;
}

/** The app's answer, asked when first needed and again after an event that changes it. */
export function useRequest<Name extends RequestName>(
  name: Name,
  args: Args<Name>,
  options: RequestOptions = {},
): UseQueryResult<Answer<Name>, Failure> {
  return useQuery<Answer<Name>, Failure>({
    queryKey: [name, ...args],
    // A query may not answer undefined; requests without an answer say null.
    queryFn: async () => ((await ask(name, ...args)) ?? null) as Answer<Name>,
    enabled: options.enabled ?? true,
    refetchOnMount: options.fresh ? 'always' : true,
    placeholderData: options.keepLast ? (last: unknown) => last as never : undefined,
  });
}

/** Asks for a change. Caches follow by the app's events, not by the change itself. */
export function useChange<Name extends RequestName>(
  name: Name,
): UseMutationResult<Answer<Name>, Failure, Args<Name>> {
  return useMutation<Answer<Name>, Failure, Args<Name>>({ mutationFn: (args) => ask(name, ...args) });
}

/** What is asked of cases hangs on their files too. */
const madeOfCases: readonly RequestName[] = ['cases:list', 'cases:read', 'cases:suggest'];

/** What is known of companies hangs on what the user keeps about them too. */
const madeOfCompanies: readonly RequestName[] = [
  'companies:suggest',
  'companies:desk',
  'companies:list',
  'companies:scorecard',
  'companies:talk',
  'companies:kept',
  'companies:named',
];

/** What is made out of calls, and is old when any of them changes. */
const madeOfCalls: readonly RequestName[] = [
  'calls:search',
  'calls:suggest',
  'promises:summary',
  'promises:page',
  'promises:proofs',
  ...madeOfCases,
  ...madeOfCompanies,
];

/** A first answer that is still on its way may be from before the change; the cache would take it and not ask again. */
async function askAnew(cache: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await cache.cancelQueries({ queryKey, predicate: ({ state }) => state.data === undefined });
  await cache.invalidateQueries({ queryKey });
}

/** Keeps the cache true by the app's events. The answer ends it. */
export function followEvents(cache: QueryClient): () => void {
  const stale = (name: RequestName, ...args: unknown[]) => void askAnew(cache, [name, ...args]);
  const ends = [
    listen('settings:changed', (settings) => cache.setQueryData(['settings:read'], settings)),
    listen('devices:changed', (devices) => cache.setQueryData(['devices:list'], devices)),
    listen('import:changed', (view) => cache.setQueryData(['import:view'], view)),
    listen('notices:changed', (notices) => cache.setQueryData(['notices:list'], notices)),
    listen('library:changed', (library) => {
      cache.setQueryData(['library:state'], library);
      for (const name of madeOfCalls) stale(name);
    }),
    listen('cases:changed', () => {
      for (const name of madeOfCases) stale(name);
      stale('cases:check-files');
      stale('trash:list'); // calls of an open case stay in it
    }),
    listen('trash:changed', () => stale('trash:list')),
    listen('companies:changed', () => {
      for (const name of madeOfCompanies) stale(name);
      stale('calls:search');
    }),
    listen('calls:changed', (callId) => {
      stale('calls:read', callId);
      stale('calls:peaks', callId);
      stale('library:state');
      for (const name of madeOfCalls) stale(name);
    }),
  ];
  return () => ends.forEach((end) => end());
}
