import { useQuery } from "@tanstack/react-query"
import type { PickListAnswer } from "../../../contracts/packages/pick-list"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export const pickListPath = (orderId: string): string =>
  `/admin/packages/orders/${encodeURIComponent(orderId)}/pick-list`

/** What is to be picked for an order; card, page and breadcrumb share the query. */
export function usePickList(orderId: string) {
  return useQuery({
    queryKey: [...queryKeys.pickLists, orderId],
    queryFn: async () => (await sdk.client.fetch<{ pick_list: PickListAnswer }>(pickListPath(orderId))).pick_list,
    staleTime: 0,
  })
}
