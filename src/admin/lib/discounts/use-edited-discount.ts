import { useQuery } from "@tanstack/react-query"
import { sdk } from "../sdk"
import type { DiscountKind } from "./discount-kinds"

/** What a page's address has in place of an id for a new discount. */
export const NEW = "new"

/** The discount of a page's address, null for "new"; page and breadcrumb share the query. */
export function useEditedDiscount<TAnswer, TDiscount>(kind: DiscountKind<TAnswer, TDiscount>, id: string) {
  const { queryKey, api, read } = kind
  return useQuery({
    queryKey: [...queryKey, "detail", id],
    queryFn: async () => ({
      discount: id === NEW ? null : read(await sdk.client.fetch<TAnswer>(`${api}/${encodeURIComponent(id)}`)),
    }),
    staleTime: 0,
    // A form starts from fresh data, never from the cache of an earlier visit.
    gcTime: 0,
  })
}
