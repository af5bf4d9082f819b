import type { MedusaContainer } from "@medusajs/framework/types"
import type { BilledSubscription } from "../../../modules/billing"
import { renewalIds, type BillDecision, type BuyerFacts, type RenewalShippingMethod } from "../../../rules/billing"
import { loadBuyers } from "../invoices/load-buyers"
import { loadRenewalShipping } from "./load-renewal-shipping"
import { taxLinesForRenewals, type TaxLinesById } from "./renewal-taxes"

/** A renewal that is to be billed. */
export interface RenewalToBill {
  subscription: BilledSubscription
  decision: BillDecision
}

/** What renewals are composed from, as of now. The billing run and the preview load the same. */
export interface RenewalFacts {
  taxLines: TaxLinesById
  /** By renewal; one without is not shipped, or with another one. */
  shipping: ReadonlyMap<string, RenewalShippingMethod>
  /** By customer. */
  buyers: ReadonlyMap<string, BuyerFacts>
}

export async function loadRenewalFacts(container: MedusaContainer, renewals: RenewalToBill[]): Promise<RenewalFacts> {
  if (!renewals.length) {
    return { taxLines: new Map(), shipping: new Map(), buyers: new Map() }
  }
  const subscriptions = subscriptionsOf(renewals)
  const shipped = await loadRenewalShipping(container, renewals)
  const shipping = new Map(
    [...shipped].flatMap(([id, answer]): [string, RenewalShippingMethod][] =>
      answer.kind === "ship" ? [[id, answer.method]] : [],
    ),
  )
  const toTax = subscriptions.map((subscription) => {
    const methods = renewals
      .filter((one) => one.subscription === subscription)
      .flatMap(({ decision }) => shipping.get(renewalIds(subscription.id, decision.cycle).renewal) ?? [])
    return { subscription, shipping: methods[0] ?? null }
  })
  const [taxLines, buyers] = await Promise.all([
    taxLinesForRenewals(container, toTax),
    loadBuyers(
      container,
      subscriptions.map(({ customer_id }) => customer_id),
    ),
  ])
  return { taxLines, shipping, buyers }
}

/** Why renewals cannot be billed now, by renewal: asked before anything is made for them. */
export async function findObstacles(
  container: MedusaContainer,
  renewals: RenewalToBill[],
): Promise<ReadonlyMap<string, string>> {
  return new Map(
    [...(await loadRenewalShipping(container, renewals))].flatMap(([id, answer]) =>
      answer.kind === "wait" ? [[id, answer.reason]] : [],
    ),
  )
}

const subscriptionsOf = (renewals: RenewalToBill[]): BilledSubscription[] => [
  ...new Map(renewals.map(({ subscription }) => [subscription.id, subscription])).values(),
]
