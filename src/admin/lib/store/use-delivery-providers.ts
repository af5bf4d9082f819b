import { useQuery } from "@tanstack/react-query"
import type { ProvidersAnswer } from "../../../contracts/provisioning/products"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** Who may deliver what is sold. */
export const useDeliveryProviders = () =>
  useQuery({
    queryKey: [...queryKeys.services, "providers"],
    queryFn: () => sdk.client.fetch<ProvidersAnswer>("/admin/provisioning/providers"),
  })
