import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { INVOICE_PAYMENT_FILTERS, type InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<InvoiceDetailAnswer>()

export function useInvoiceFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("payment", {
        type: "multiselect",
        searchable: false,
        label: t("fields.payment"),
        options: INVOICE_PAYMENT_FILTERS.map((state) => ({
          value: state,
          label: state === "overdue" ? t("exceptions.late") : t(`states.payment.${state}`),
        })),
      }),
    ],
    [t],
  )
}
