import { useQuery } from "@tanstack/react-query"
import type { SubscriptionDetailAnswer } from "../../../contracts/billing/subscription-answers"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** One subscription with its history; its page and its breadcrumb share what is fetched. */
export function useSubscription(id: string) {
  return useQuery({
    queryKey: [...queryKeys.subscriptions, "detail", id],
    queryFn: () =>
      sdk.client.fetch<{ subscription: SubscriptionDetailAnswer }>(
        `/admin/billing/subscriptions/${encodeURIComponent(id)}`,
      ),
    staleTime: 0,
  })
}
