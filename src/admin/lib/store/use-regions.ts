import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

const MOST = 100

/** The store's regions with their currencies. */
export function useRegions() {
  return useQuery({
    queryKey: queryKeys.regions,
    queryFn: async () => {
      const { regions } = await sdk.admin.region.list({ limit: MOST, fields: "id,name,currency_code", order: "name" })
      return regions.map(({ id, name, currency_code }) => ({ id, name, currency: currency_code }))
    },
  })
}
