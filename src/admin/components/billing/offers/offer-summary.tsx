import { Badge } from "@medusajs/ui"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useTexts } from "../../../lib/use-texts"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { Loaded } from "../../ui/loaded"
import { FieldRow } from "../../ui/field-row"
import { OfferAgreed } from "./offer-agreed"
import { CrossSellList } from "./cross-sell-list"
import { OfferLinks } from "./offer-links"
import { OfferCycleList } from "./cycles/offer-cycle-list"

/** The offer in words, and what its cycles cost. */
export function OfferSummary({ offer }: { offer: OfferAnswer }) {
  const { t } = useTexts("billing")
  const currencies = useCurrencies()
  return (
    <>
      <FieldRow label={t("fields.payment_type")}>
        <span className="flex flex-wrap items-center gap-2">
          {t(`payment_types.${offer.payment_type}`)}
          {offer.on_request && (
            <Badge size="2xsmall" color="orange">
              {t("offer.on_request")}
            </Badge>
          )}
        </span>
      </FieldRow>
      {offer.duration && (
        <FieldRow label={t("fields.duration")}>
          {t(`durations.${offer.duration.unit}`, { count: offer.duration.count })}
        </FieldRow>
      )}
      {offer.trial_days ? (
        <FieldRow label={t("fields.trial")}>{t("durations.day", { count: offer.trial_days })}</FieldRow>
      ) : null}
      <OfferAgreed offer={offer} />
      {offer.payment_type === "recurring" && (
        <FieldRow label={t("fields.collection_method")}>
          {t(`collection_methods.${offer.collection_method ?? "default"}`)}
        </FieldRow>
      )}
      {offer.cross_sells.length > 0 && (
        <FieldRow label={t("fields.cross_sells")}>
          <CrossSellList crossSells={offer.cross_sells} />
        </FieldRow>
      )}
      {!offer.on_request && (
        <FieldRow label={t("offer_links.title")}>
          <OfferLinks offer={offer} />
        </FieldRow>
      )}
      <Loaded query={currencies}>{(codes) => <OfferCycleList offer={offer} currencies={codes} />}</Loaded>
    </>
  )
}
