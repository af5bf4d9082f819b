import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { ListedPriceChangeAnswer } from "../../../../contracts/billing/price-changes"
import { PRICE_CHANGE_STATUSES } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<ListedPriceChangeAnswer>()

export function usePriceChangeFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: PRICE_CHANGE_STATUSES.map((status) => ({ value: status, label: t(`states.price_change.${status}`) })),
      }),
    ],
    [t],
  )
}
