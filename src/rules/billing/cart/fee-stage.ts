import { identifyLines, makeLines, type CartLine, type CartPlan, type LineIdentity, type MadeLine } from "../../cart"
import { isPositive, type Decimal } from "../../money"
import { BILLING_ROOM, billingLineOf, billingPayload, type BillingLineKind } from "./billing-line"
import type { LineOffer } from "./line-offers"
import { feeTitle } from "./line-words"

/** The terms of each line of an offer, by line id. */
export type LineOffers = ReadonlyMap<string, LineOffer>

/**
 * Set-up fees. A line of an offer gets a record with its terms, and one dependent line of the same quantity if its
 * cycle has a fee (B7). A line that cannot be ordered gets neither; it is refused at completion.
 */
export function feeStage(plan: CartPlan, offers: LineOffers): CartPlan {
  const identities = new Map(plan.lines.flatMap(({ line }) => identityOf(line, offers.get(line.id))))
  const identified = identifyLines(plan, identities)
  const fees = identified.lines.flatMap(({ line, identity }) => {
    const billing = identities.has(line.id) ? billingLineOf(identity?.payload) : null
    const amount = billing?.terms.setupFee ?? null
    return billing && amount !== null && isPositive(amount)
      ? [feeOf(line, { amount, locale: plan.cart.locale, payload: billingPayload(billing) })]
      : []
  })
  return makeLines(identified, { stage: "options_and_fees", room: BILLING_ROOM }, fees)
}

function identityOf({ id }: CartLine, offer: LineOffer | undefined): [string, LineIdentity][] {
  if (!offer?.ok) {
    return []
  }
  const { offerId: offer_id, cycleId: cycle_id, terms } = offer
  return [[id, { ...kindOf("product"), parentLineId: null, payload: billingPayload({ offer_id, cycle_id, terms }) }]]
}

const kindOf = (kind: BillingLineKind) => ({ room: BILLING_ROOM, kind })

interface Fee {
  amount: Decimal
  locale: string | null
  payload: LineIdentity["payload"]
}

/**
 * The fee is charged per unit of its product and taxed like it (B7). Its price is a custom one, so that Medusa does not
 * change it; it has the product's id, for the product's tax rates and for promotions.
 */
function feeOf(parent: CartLine, { amount, locale, payload }: Fee): MadeLine {
  const title = feeTitle(parent.product.product_title ?? parent.title, locale)
  return {
    identity: { ...kindOf("setup_fee"), parentLineId: parent.id, payload },
    line: {
      productId: parent.productId,
      variantId: null,
      quantity: parent.quantity,
      unitPrice: amount,
      compareAtPrice: null,
      isTaxInclusive: parent.isTaxInclusive,
      isCustomPrice: true,
      isDiscountable: true,
      requiresShipping: false,
      title,
      subtitle: parent.subtitle,
      product: { ...parent.product, product_title: title },
      place: parent.place,
    },
  }
}
