import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { SaleAnswer } from "../../../../contracts/sales/sales"
import { SALE_PAYMENT_STATUSES, SALE_STATUSES, SALE_TYPES } from "../../../../rules/sales"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<SaleAnswer & { type: string }>()

export function useSaleFilters() {
  const { t } = useTexts("sales")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: SALE_STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
      }),
      helper.accessor("payment_status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.payment"),
        options: SALE_PAYMENT_STATUSES.map((status) => ({ value: status, label: t(`payments.${status}`) })),
      }),
      helper.accessor("type", {
        type: "multiselect",
        searchable: false,
        label: t("fields.type"),
        options: SALE_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) })),
      }),
    ],
    [t],
  )
}
