import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** By currency code: whether the store's prices in it include tax. Without a preference, they do not. */
export function useTaxInclusion() {
  return useQuery({
    queryKey: queryKeys.taxInclusion,
    queryFn: async (): Promise<Record<string, boolean>> => {
      const { price_preferences } = await sdk.admin.pricePreference.list({ attribute: "currency_code", limit: 300 })
      return Object.fromEntries(
        price_preferences.flatMap(({ value, is_tax_inclusive }) => (value ? [[value, is_tax_inclusive]] : [])),
      )
    },
  })
}
