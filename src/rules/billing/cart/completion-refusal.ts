import { isDependent, type CartPlan, type CartLine } from "../../cart"
import { billingLineOf } from "./billing-line"
import type { LineOffers } from "./fee-stage"
import { trialDaysOf } from "./line-offers"

/** Of one line; a subscription counts its units in an integer. */
const MOST_UNITS = 1_000_000

export const TRIAL_USED = "Its free trial has been used already: update the cart to see its price, then complete again"

export interface CompletionFacts {
  /** The current terms. */
  offers: LineOffers
  /** Whether the customer can log in: a guest has a customer's row, too. */
  hasAccount: boolean
  /** Whether a guest may buy what renews: a setting. */
  mayGuestsSubscribe: boolean
  /** Offers whose trial this customer has used. */
  usedTrials: ReadonlySet<string>
}

export interface CompletionRefusal {
  field: string
  reason: string
}

/**
 * Why a cart cannot be completed; null: it can. Reasons: a product that cannot be ordered (any more), a recurring line
 * without an account, or a trial that was used meanwhile in another cart.
 */
export function completionRefusal({ cart, lines }: CartPlan, facts: CompletionFacts): CompletionRefusal | null {
  const own = lines.filter((planned) => !isDependent(planned)).map(({ line }) => line)
  for (const line of own) {
    const offer = facts.offers.get(line.id)
    if (offer && !offer.ok) {
      return { field: fieldOf(line), reason: offer.reason }
    }
    if (offer && line.quantity > MOST_UNITS) {
      const reason = `quantity: at most ${MOST_UNITS} units of one product can be sold at once`
      return { field: fieldOf(line), reason }
    }
  }
  return refusalOfGuest(own, facts) ?? refusalOfTrial({ cart, lines: own }, facts)
}

const fieldOf = (line: CartLine): string => `items ("${line.product.product_title ?? line.title}")`

function refusalOfGuest(lines: CartLine[], facts: CompletionFacts): CompletionRefusal | null {
  const renewed = lines.find(({ id }) => {
    const offer = facts.offers.get(id)
    return offer?.ok && offer.terms.kind === "recurring"
  })
  if (!renewed || facts.hasAccount || facts.mayGuestsSubscribe) {
    return null
  }
  return {
    field: fieldOf(renewed),
    reason: "This product renews and needs a customer account: log in or register, then complete again",
  }
}

function refusalOfTrial(
  { cart, lines }: { cart: CartPlan["cart"]; lines: CartLine[] },
  { usedTrials }: CompletionFacts,
): CompletionRefusal | null {
  for (const { payload, lineId } of cart.records) {
    const billing = billingLineOf(payload)
    const line = lines.find(({ id }) => id === lineId)
    if (line && billing && trialDaysOf(billing.terms) > 0 && usedTrials.has(billing.offer_id)) {
      return { field: fieldOf(line), reason: TRIAL_USED }
    }
  }
  return null
}
