import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { InvoiceSumsAnswer } from "../../../../contracts/billing/invoices"
import { isZero } from "../../../../rules/money"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** What the filtered invoices come to, by currency. It is fetched beside the list, which does not wait for it. */
export function InvoiceSums({ filters }: { filters: Record<string, unknown> }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { data } = useQuery({
    queryKey: [...queryKeys.invoices, "sums", filters],
    queryFn: () => sdk.client.fetch<InvoiceSumsAnswer>("/admin/billing/invoices/sums", { query: filters }),
  })
  if (!data) {
    return null
  }
  if (data.sums === null) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("accounts.list.too_many", { count: data.most })}
      </Text>
    )
  }
  return (
    <ul className="txt-small flex flex-wrap gap-x-6 gap-y-1" aria-label={t("accounts.list.sums")}>
      {data.sums.map((sum) => (
        <li key={sum.currency_code} className="flex flex-wrap gap-x-3">
          <span className="text-ui-fg-base font-medium">
            {t("accounts.list.total", { amount: format.money(sum.total, sum.currency_code) })}
          </span>
          {!isZero(sum.open_total) && (
            <span className="text-ui-fg-subtle">
              {t("accounts.list.open", { amount: format.money(sum.open_total, sum.currency_code) })}
            </span>
          )}
          {!isZero(sum.overdue_total) && (
            <span className="text-ui-fg-error">
              {t("accounts.list.overdue", { amount: format.money(sum.overdue_total, sum.currency_code) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
