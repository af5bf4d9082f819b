import { useQuery } from "@tanstack/react-query"
import type { OfferAnswer } from "../../../contracts/billing/offers"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** How a product is sold; `offer` is null if it has no offer. */
export function useOffer(productId: string) {
  return useQuery({
    queryKey: [...queryKeys.offers, "of-product", productId],
    queryFn: () => sdk.client.fetch<{ offer: OfferAnswer | null }>(`/admin/billing/products/${productId}/offer`),
    staleTime: 0,
  })
}
