import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { SUBSCRIPTION_STATUSES } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"
import type { SubscriptionAnswer } from "../../../../contracts/billing/subscription-answers"

const helper = createDataTableFilterHelper<SubscriptionAnswer>()

export function useSubscriptionFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: SUBSCRIPTION_STATUSES.map((status) => ({ value: status, label: t(`states.subscription.${status}`) })),
      }),
    ],
    [t],
  )
}
