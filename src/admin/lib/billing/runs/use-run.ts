import { useQuery } from "@tanstack/react-query"
import type { RunDetailAnswer } from "../../../../contracts/billing/runs"
import { queryKeys } from "../../query-keys"
import { sdk } from "../../sdk"
import { isUnderWay } from "../is-under-way"

const BUSY_MS = 1_000

/** One billing run, asked for again while it is under way; its page and its breadcrumb share what is fetched. */
export function useRun(id: string) {
  return useQuery({
    queryKey: [...queryKeys.runs, "detail", id],
    queryFn: () => sdk.client.fetch<{ run: RunDetailAnswer }>(`/admin/billing/runs/${encodeURIComponent(id)}`),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.run) ? BUSY_MS : false),
  })
}
