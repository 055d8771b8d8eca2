// The companies that are looked for, page by page; the old ones stay until the new ones are there.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompanyPage, CompanyRow, CompanySort } from '../../../contract/companies.ts';
import type { Failure } from '../../../contract/failure.ts';
import { ask } from '../bridge.ts';

/** The first page is what a keystroke waits for; the others are for those who scroll far. */
const firstPage = 60;
const laterPages = 500;

export interface Companies {
  /** Those that are loaded; `total` says how many there are. */
  rows: readonly CompanyRow[];
  total: number;
  loading: boolean;
  failure: Failure | null;
  retry: () => void;
  /** To be called when the last loaded row comes near; does nothing while a page is on its way. */
  loadMore: () => void;
}

export function useCompanies(find: string, sort: CompanySort): Companies {
  const query = useInfiniteQuery({
    queryKey: ['companies:list', find, sort],
    queryFn: ({ pageParam }): Promise<CompanyPage> =>
      ask('companies:list', find, sort, pageParam, pageParam === 0 ? firstPage : laterPages),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const loaded = pages.reduce((sum, { companies }) => sum + companies.length, 0);
      return page.companies.length > 0 && loaded < page.total ? loaded : null;
    },
    placeholderData: (last) => last,
    structuralSharing: false,
  });
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.companies) ?? [], [data]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? 0,
    loading: query.isPending,
    failure: query.error as Failure | null,
    retry: () => void refetch(),
    loadMore: () => {
      if (hasNextPage && !isFetching && !isPlaceholderData) void fetchNextPage();
    },
  };
}
