import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { OFFER_REQUEST_STATUSES } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"

const helper = createDataTableFilterHelper<OfferRequestAnswer>()

export function useOfferRequestFilters() {
  const { t } = useTexts("billing")
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        searchable: false,
        label: t("fields.status"),
        options: OFFER_REQUEST_STATUSES.map((status) => ({
          value: status,
          label: t(`states.offer_request.${status}`),
        })),
      }),
    ],
    [t],
  )
}
