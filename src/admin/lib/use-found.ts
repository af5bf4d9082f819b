import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { queryKeys } from "./query-keys"

/** Something that can be chosen. */
export interface Option {
  id: string
  title: string
  hint?: string
}

/** A page of what a search finds. */
export interface FoundPage<T extends Option> {
  options: T[]
  /** How many it finds in all. */
  count: number
}

interface Search<T extends Option> {
  kind: string
  search: (q: string, offset: number) => Promise<FoundPage<T>>
  q: string
  enabled: boolean
}

/** What a search finds, page after page. */
export function useFound<T extends Option>({ kind, search, q, enabled }: Search<T>) {
  const query = useInfiniteQuery({
    queryKey: [...queryKeys.targets, kind, q],
    queryFn: ({ pageParam }) => search(q, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last: FoundPage<T>, pages: FoundPage<T>[]) => {
      const read = pages.reduce((all, { options }) => all + options.length, 0)
      return last.options.length > 0 && read < last.count ? read : undefined
    },
    enabled,
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages ?? []
  return {
    options: pages.flatMap(({ options }) => options),
    count: pages.at(-1)?.count ?? 0,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    isPending: query.isPending,
    isError: query.isError,
    error: query.error,
  }
}
