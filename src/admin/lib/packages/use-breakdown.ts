import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { BreakdownAnswer, BreakdownBody } from "../../../contracts/packages/breakdown"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import { packagePath } from "./use-package"

const PAUSE = 300

/** What a package costs as it is typed; asked once one pauses. */
export function useBreakdown(productId: string, body: BreakdownBody) {
  const asked = usePaused(JSON.stringify(body))
  return useQuery({
    queryKey: [...queryKeys.breakdowns, productId, asked],
    queryFn: async () => {
      const { breakdown } = await sdk.client.fetch<{ breakdown: BreakdownAnswer }>(
        `${packagePath(productId)}/breakdown`,
        { method: "POST", body: JSON.parse(asked) as BreakdownBody },
      )
      return breakdown
    },
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
  })
}

/** A value once it has not changed for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const later = setTimeout(() => setPaused(value), PAUSE)
    return () => clearTimeout(later)
  }, [value])
  return paused
}
