import { useQuery } from "@tanstack/react-query"
import { sdk } from "../sdk"
import type { DiscountKind } from "./discount-kinds"

/** What a page's address says in place of an id where a new discount is made. */
export const NEW = "new"

/** The discount that a page's address names, null where it says "new"; page and breadcrumb share what is fetched. */
export function useEditedDiscount<TAnswer, TDiscount>(kind: DiscountKind<TAnswer, TDiscount>, id: string) {
  const { queryKey, api, read } = kind
  return useQuery({
    queryKey: [...queryKey, "detail", id],
    queryFn: async () => ({
      discount: id === NEW ? null : read(await sdk.client.fetch<TAnswer>(`${api}/${encodeURIComponent(id)}`)),
    }),
    staleTime: 0,
    // A form starts from what the server says now, and never from what was fetched for an earlier visit.
    gcTime: 0,
  })
}
