// What the app knows, cached in the window: asked once, kept until the app says that it changed.
import {
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
    placeholderData: options.keepLast ? (last: unknown) => last as never : undefined,
  });
}

/** Asks for a change. Caches follow by the app's events, not by the change itself. */
export function useChange<Name extends RequestName>(
  name: Name,
): UseMutationResult<Answer<Name>, Failure, Args<Name>> {
  return useMutation<Answer<Name>, Failure, Args<Name>>({ mutationFn: (args) => ask(name, ...args) });
}

/** Keeps the cache true by the app's events. The answer ends it. */
export function followEvents(cache: QueryClient): () => void {
  const stale = (name: RequestName, ...args: unknown[]) =>
    void cache.invalidateQueries({ queryKey: [name, ...args] });
  const ends = [
    listen('settings:changed', (settings) => cache.setQueryData(['settings:read'], settings)),
    listen('devices:changed', (devices) => cache.setQueryData(['devices:list'], devices)),
    listen('import:changed', (view) => cache.setQueryData(['import:view'], view)),
    listen('notices:changed', (notices) => cache.setQueryData(['notices:list'], notices)),
    listen('library:changed', (library) => {
      cache.setQueryData(['library:state'], library);
      stale('calls:search');
      stale('companies:suggest');
    }),
    listen('companies:changed', () => stale('companies:desk')),
    listen('calls:changed', (callId) => {
      stale('calls:read', callId);
      stale('calls:peaks', callId);
      stale('calls:search');
      stale('companies:suggest');
      stale('companies:desk');
      stale('library:state');
    }),
  ];
  return () => ends.forEach((end) => end());
}
