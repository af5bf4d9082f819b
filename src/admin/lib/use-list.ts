import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { sdk } from "./sdk"

/**
 * Fetches a page of a list of the Admin API; the page before stays on screen meanwhile. `again` says after how many
 * milliseconds to ask once more.
 */
export function useList<T>(
  key: readonly string[],
  path: string,
  query: Record<string, unknown>,
  again?: (data: T | undefined) => number,
) {
  return useQuery<T>({
    queryKey: [...key, "list", query],
    queryFn: () => sdk.client.fetch<T>(`/admin/${path}`, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: again && ((fetched) => again(fetched.state.data)),
  })
}
