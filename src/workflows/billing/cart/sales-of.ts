import { termsOfLine } from "../../../rules/billing/cart/terms-of-line"
import type { LoadedOffer } from "../offers/steps/load-offer-terms"
import type { CartLineFacts, Sale } from "./cart-facts"

interface SalesFacts {
  lines: Pick<CartLineFacts, "id" | "productId" | "variantId">[]
  offers: Map<string, LoadedOffer>
  trialUsed: (offerId: string) => boolean
}

/**
 * What each line of an offer is sold under, or why it cannot be (B6, B10, B11). Of several lines of one offer the first
 * has the trial: it is given once.
 */
export function salesOf({ lines, offers, trialUsed }: SalesFacts): Map<string, Sale> {
  const sales = new Map<string, Sale>()
  const trialTaken = new Set<string>()
  for (const line of lines) {
    const loaded = line.productId ? offers.get(line.productId) : undefined
    if (loaded) {
      const offerId = loaded.offer.id
      const sale = saleOf(line.variantId, loaded, trialTaken.has(offerId) || trialUsed(offerId))
      sales.set(line.id, sale)
      if (sale.ok && sale.terms.kind === "recurring" && sale.terms.trialDays > 0) {
        trialTaken.add(offerId)
      }
    }
  }
  return sales
}

function saleOf(variantId: string | null, { offer, cycles }: LoadedOffer, trialUsed: boolean): Sale {
  const cycle = cycles.find((one) => one.variantId === variantId)
  if (!cycle) {
    return {
      ok: false,
      code: "no_cycle",
      reason: "This variant is no billing cycle of its product and cannot be ordered",
    }
  }
  const decided = termsOfLine({ offer, cycle, trialUsed })
  return decided.ok
    ? {
        ok: true,
        offerId: offer.id,
        cycleId: cycle.id,
        productId: offer.productId,
        variantId: cycle.variantId,
        terms: decided.terms,
      }
    : decided
}
