import { useQuery } from "@tanstack/react-query"
import type { ChangePreviewAnswer, ChangeSubscriptionBody } from "../../../../contracts/billing/changes"
import { queryKeys } from "../../query-keys"
import { sdk } from "../../sdk"

export type WantedChange = Pick<ChangeSubscriptionBody, "cycle_id" | "quantity" | "when">

/** What a change would do, by the server's own rule; asked again where anything of it is another. */
export const useChangePreview = (id: string, wanted: WantedChange | null) =>
  useQuery({
    queryKey: [...queryKeys.subscriptions, id, "change-preview", wanted],
    queryFn: () =>
      sdk.client.fetch<{ change: ChangePreviewAnswer }>(`/admin/billing/subscriptions/${id}/changes/preview`, {
        method: "POST",
        body: { ...wanted },
      }),
    enabled: wanted !== null,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  })
