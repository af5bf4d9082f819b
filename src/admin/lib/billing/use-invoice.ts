import { useQuery } from "@tanstack/react-query"
import type { InvoicePageAnswer } from "../../../contracts/billing/invoices"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

/** One invoice with its account; its page and its breadcrumb share what is fetched. */
export function useInvoice(id: string) {
  return useQuery({
    queryKey: [...queryKeys.invoices, "page", id],
    queryFn: () =>
      sdk.client.fetch<{ invoice: InvoicePageAnswer }>(`/admin/billing/invoices/${encodeURIComponent(id)}`),
    staleTime: 0,
  })
}
