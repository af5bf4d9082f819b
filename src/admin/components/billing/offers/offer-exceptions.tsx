import { Badge } from "@medusajs/ui"
import type { ListedOfferAnswer } from "../../../../contracts/billing/offers"
import { useTexts } from "../../../lib/use-texts"

/** What keeps a visible offer from being ordered: customers have to ask for it, or it has a price in no currency. */
export function OfferExceptions({ offer }: { offer: ListedOfferAnswer }) {
  const { t } = useTexts("billing")
  const isFree = offer.payment_type === "free"
  const isOrderable = isFree || offer.cycles.some(({ enabled }) => Object.values(enabled).some(Boolean))
  return (
    <>
      {offer.on_request && (
        <Badge size="2xsmall" color="orange" className="whitespace-nowrap">
          {t("offer.on_request")}
        </Badge>
      )}
      {!isOrderable && (
        <Badge size="2xsmall" color="red" className="whitespace-nowrap">
          {t("offers.no_price")}
        </Badge>
      )}
    </>
  )
}
