import type { Decimal } from "../../money"
import { isCycleEnabled } from "./is-cycle-enabled"
import type { StoredOffer } from "./offer-columns"
import type { LoadedOffer } from "./offer-terms"

/** The variants of an offer that cannot be bought where its figures are of (B6). */
export const disabledVariants = ({ offer, cycles }: LoadedOffer): string[] =>
  cycles.filter((cycle) => !isCycleEnabled(offer.paymentType, cycle.basePrice)).map((cycle) => cycle.variantId)

/** Those that can be bought nowhere: by none of their base prices, of any currency and region. */
export function disabledEverywhere(
  { offer, cycles }: Pick<StoredOffer, "offer" | "cycles">,
  basePricesOf: (variantId: string) => readonly { amount: Decimal }[],
): string[] {
  const isEnabled = (variantId: string): boolean =>
    isCycleEnabled(offer.payment_type, null) ||
    basePricesOf(variantId).some(({ amount }) => isCycleEnabled(offer.payment_type, amount))
  return cycles.map((cycle) => cycle.variant_id).filter((variantId) => !isEnabled(variantId))
}
