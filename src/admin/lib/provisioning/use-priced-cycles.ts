import type { OfferAnswer } from "../../../contracts/billing/offers"
import { useTexts } from "../use-texts"
import { intervalName } from "../billing/interval-name"

/** Each cycle of an offer in each currency that it is sold in. */
export function usePricedCycles({ cycles }: OfferAnswer): { variant_id: string; name: string; currency: string }[] {
  const { t } = useTexts("billing")
  return cycles.flatMap(({ variant_id, interval, prices }) =>
    prices.map(({ currency_code }) => ({
      variant_id,
      name: interval ? intervalName(interval, t) : t("payment_types.lifetime"),
      currency: currency_code,
    })),
  )
}
