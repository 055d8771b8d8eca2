// The calls that match, page by page; the old ones stay until the new ones are there.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallId } from '../../../contract/call.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { CallFilter, CallHit, CallPage } from '../../../contract/library.ts';
import { ask } from '../bridge.ts';
import { rowsBeyond } from '../list/rows-in-view.ts';
import { leastRowPx } from './use-row-layout.ts';

/** The first page is what a keystroke waits for: as much as the window can draw. The others are for those who scroll. */
const firstPage = () => Math.ceil(window.innerHeight / leastRowPx) + rowsBeyond;
const laterPages = 500;

export interface CallSearch {
  /** Those that are loaded, newest first; `calls` says how many there are. */
  hits: readonly CallHit[];
  calls: number;
  moments: number;
  showing: CallPage['showing'];
  tookMs: number;
  loading: boolean;
  failure: Failure | null;
  retry: () => void;
  /** To be called when the last loaded row comes near; does nothing while a page is on its way. */
  loadMore: () => void;
}

export function useCallSearch(filter: CallFilter): CallSearch {
  const query = useInfiniteQuery({
    queryKey: ['calls:search', filter],
    queryFn: ({ pageParam }): Promise<CallPage> =>
      ask('calls:search', filter, pageParam, pageParam === null ? firstPage() : laterPages),
    initialPageParam: null as CallId | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (last) => last,
    // Comparing a hundred thousand rows with themselves costs more than drawing the twenty in view again.
    structuralSharing: false,
  });
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } = query;
  const hits = useMemo(() => data?.pages.flatMap((page) => page.hits) ?? [], [data]);
  const latest = data?.pages.at(-1);
  return {
    hits,
    calls: latest?.calls ?? 0,
    moments: latest?.moments ?? 0,
    showing: data?.pages[0]?.showing ?? [],
    tookMs: data?.pages[0]?.tookMs ?? 0,
    loading: query.isPending,
    failure: query.error as Failure | null,
    retry: () => void refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetching && !isPlaceholderData) void fetchNextPage();
    },
  };
}
