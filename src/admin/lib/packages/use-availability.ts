import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AvailabilityAnswer } from "../../../contracts/packages/availability"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export interface AskedAvailability {
  product_id: string
  variant_id?: string
  from: string
  to: string
  quantity: number
}

/** How many are free on each day; the month before stays on screen while the next one is fetched. */
export function useAvailability(asked: AskedAvailability) {
  return useQuery({
    queryKey: [...queryKeys.availability, asked],
    queryFn: async () =>
      (
        await sdk.client.fetch<{ availability: AvailabilityAnswer }>("/admin/packages/availability", {
          query: { ...asked },
        })
      ).availability,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
