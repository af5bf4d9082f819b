import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { INVOICE_PAYMENT_FILTERS, type InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import { INVOICE_KINDS } from "../../../../rules/billing/states"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<InvoiceDetailAnswer>()

export function useInvoiceFilters() {
  const { t } = useTexts("billing")
  const { data: currencies } = useCurrencies()
  return useMemo(
    () => [
      helper.accessor("payment", {
        type: "multiselect",
        searchable: false,
        label: t("fields.payment"),
        options: INVOICE_PAYMENT_FILTERS.map((state) => ({ value: state, label: t(`states.payment.${state}`) })),
      }),
      helper.accessor("kind", {
        type: "multiselect",
        searchable: false,
        label: t("accounts.list.kind"),
        options: INVOICE_KINDS.map((kind) => ({ value: kind, label: t(`accounts.${kind}`) })),
      }),
      helper.accessor("currency_code", {
        type: "multiselect",
        searchable: false,
        label: t("accounts.list.currency"),
        options: (currencies ?? []).map((code) => ({ value: code, label: code.toUpperCase() })),
      }),
    ],
    [t, currencies],
  )
}
