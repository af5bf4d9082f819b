import { useQuery } from "@tanstack/react-query"
import type { SaleDetailAnswer } from "../../../contracts/sales/sales"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** One sale with its time line; its page and its breadcrumb share what is fetched. */
export function useSale(id: string) {
  return useQuery({
    queryKey: [...queryKeys.sales, "detail", id],
    queryFn: () => sdk.client.fetch<{ sale: SaleDetailAnswer }>(`/admin/sales/${encodeURIComponent(id)}`),
    staleTime: 0,
  })
}
