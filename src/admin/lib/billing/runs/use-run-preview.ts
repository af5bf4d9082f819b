import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { RunPreviewAnswer } from "../../../../contracts/billing/runs"
import { queryKeys } from "../../query-keys"
import { sdk } from "../../sdk"

/** What a run of that date would do; asked for again each time that it is looked at. */
export function useRunPreview(asOf: string, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.runs, "preview", asOf],
    queryFn: () =>
      sdk.client.fetch<{ preview: RunPreviewAnswer }>("/admin/billing/runs/preview", { query: { as_of: asOf } }),
    enabled: enabled && asOf !== "",
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  })
}
