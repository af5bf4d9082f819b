import { useQuery } from "@tanstack/react-query"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** Codes of the currencies that the store sells in, its default one first. */
export function useCurrencies() {
  return useQuery({
    queryKey: queryKeys.currencies,
    queryFn: async (): Promise<string[]> => {
      const { stores } = await sdk.admin.store.list({ fields: "*supported_currencies" })
      const supported = stores[0]?.supported_currencies ?? []
      return [...supported]
        .sort((a, b) => Number(b.is_default) - Number(a.is_default))
        .map((currency) => currency.currency_code)
    },
  })
}
