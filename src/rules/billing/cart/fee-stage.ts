import { identifyLines, makeLines, type CartLine, type CartPlan, type LineIdentity, type MadeLine } from "../../cart"
import { isPositive, type Decimal } from "../../money"
import { BILLING_ROOM, billingLineOf, billingPayload, type BillingLineKind, type LineOption } from "./billing-line"
import type { LineOffer } from "./line-offers"
import { feeTitle } from "./line-words"

/** The terms of each line of an offer, by line id. */
export type LineOffers = ReadonlyMap<string, LineOffer>

/** What is chosen with each line, by line id; lines without options are left out. */
export type LineOptions = ReadonlyMap<string, LineOption[]>

/**
 * Set-up fees and options. A line of an offer gets a record with its terms and what is chosen with it, and dependent lines of the
 * same quantity: one if its cycle has a fee (B7), one for each option that costs something, and one for that option's own fee (S3).
 * A line that cannot be ordered gets none; it is refused at completion.
 */
export function feeStage(plan: CartPlan, offers: LineOffers, options: LineOptions = new Map()): CartPlan {
  const identities = new Map(
    plan.lines.flatMap(({ line }) => identityOf(line, offers.get(line.id), options.get(line.id) ?? [])),
  )
  const identified = identifyLines(plan, identities)
  const made = identified.lines.flatMap(({ line, identity }) => {
    const billing = identities.has(line.id) ? billingLineOf(identity?.payload) : null
    if (!billing) {
      return []
    }
    const { options: chosen = [], ...own } = billing
    const { locale } = plan.cart
    const dependent = (kind: BillingLineKind, of: { amount: Decimal | null; title: string; slot?: string }) =>
      of.amount !== null && isPositive(of.amount)
        ? [dependentLine(line, { kind, amount: of.amount, title: of.title, payload: { ...own, ...slotOf(of) } })]
        : []
    return [
      ...dependent("setup_fee", {
        amount: own.terms.setupFee,
        title: feeTitle(line.product.product_title ?? line.title, locale),
      }),
      ...chosen.flatMap(({ key, title, amount, setup_fee }) => [
        ...dependent("option", { amount, title, slot: key }),
        ...dependent("setup_fee", { amount: setup_fee, title: feeTitle(title, locale), slot: key }),
      ]),
    ]
  })
  return makeLines(identified, { stage: "options_and_fees", room: BILLING_ROOM }, made)
}

const slotOf = ({ slot }: { slot?: string }) => (slot === undefined ? {} : { slot })

function identityOf({ id }: CartLine, offer: LineOffer | undefined, options: LineOption[]): [string, LineIdentity][] {
  if (!offer?.ok) {
    return []
  }
  const { offerId: offer_id, cycleId: cycle_id, terms } = offer
  const payload = billingPayload({ offer_id, cycle_id, terms, ...(options.length && { options }) })
  return [[id, { ...kindOf("product"), parentLineId: null, payload }]]
}

const kindOf = (kind: BillingLineKind) => ({ room: BILLING_ROOM, kind })

interface Dependent {
  kind: BillingLineKind
  amount: Decimal
  title: string
  payload: Parameters<typeof billingPayload>[0]
}

/**
 * It is charged per unit of its product and taxed like it (B7). Its price is a custom one, so that Medusa does not
 * change it; it has the product's id, for the product's tax rates and for promotions.
 */
function dependentLine(parent: CartLine, { kind, amount, title, payload }: Dependent): MadeLine {
  return {
    identity: { ...kindOf(kind), parentLineId: parent.id, payload: billingPayload(payload) },
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
