import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ClockAnswer } from "../../../contracts/billing/clock"

/** The store's date, and whether it can be pushed. */
export function useClock() {
  return useQuery({
    queryKey: queryKeys.clock,
    queryFn: () => sdk.client.fetch<{ clock: ClockAnswer }>("/admin/billing/clock"),
    staleTime: 0,
  })
}
