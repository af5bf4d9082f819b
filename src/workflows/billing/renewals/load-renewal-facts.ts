import type { MedusaContainer } from "@medusajs/framework/types"
import type { BilledSubscription } from "../../../modules/billing"
import { renewalIds, type BillDecision, type BuyerFacts, type RenewalShippingMethod } from "../../../rules/billing"
import { loadBuyers } from "../invoices/load-buyers"
import { loadRenewalShipping } from "./load-renewal-shipping"
import { loadTaxFacts } from "./load-tax-facts"
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
  /** Why a renewal cannot be billed now, by renewal. */
  obstacles: ReadonlyMap<string, string>
}

export async function loadRenewalFacts(container: MedusaContainer, renewals: RenewalToBill[]): Promise<RenewalFacts> {
  const subscriptions = subscriptionsOf(renewals)
  const { taxFacts, shipping, obstacles } = await loadSurroundings(container, renewals)
  const toTax = subscriptions.map((subscription) => {
    const methods = renewals
      .filter((one) => one.subscription === subscription)
      .flatMap(({ decision }) => shipping.get(renewalIds(subscription.id, decision.cycle).renewal) ?? [])
    return { subscription, shipping: methods[0] ?? null }
  })
  return {
    taxLines: await taxLinesForRenewals(container, toTax, taxFacts),
    shipping,
    buyers: await loadBuyers(
      container,
      subscriptions.map(({ customer_id }) => customer_id),
    ),
    obstacles,
  }
}

/** Why renewals cannot be billed now, by renewal: asked before anything is made for them. */
export async function findObstacles(
  container: MedusaContainer,
  renewals: RenewalToBill[],
): Promise<ReadonlyMap<string, string>> {
  return renewals.length ? (await loadSurroundings(container, renewals)).obstacles : new Map()
}

const subscriptionsOf = (renewals: RenewalToBill[]): BilledSubscription[] => [
  ...new Map(renewals.map(({ subscription }) => [subscription.id, subscription])).values(),
]

async function loadSurroundings(container: MedusaContainer, renewals: RenewalToBill[]) {
  const shipped = await loadRenewalShipping(container, renewals)
  const taxFacts = await loadTaxFacts(container, subscriptionsOf(renewals))
  const shipping = new Map<string, RenewalShippingMethod>()
  const obstacles = new Map<string, string>()
  for (const { subscription, decision } of renewals) {
    const id = renewalIds(subscription.id, decision.cycle).renewal
    const answer = shipped.get(id)
    if (answer?.kind === "ship") {
      shipping.set(id, answer.method)
    }
    if (answer?.kind === "wait") {
      obstacles.set(id, answer.reason)
    }
    if (!taxFacts.addresses.has(subscription.id)) {
      obstacles.set(id, "it has no address that says which tax is due: it needs a country")
    }
  }
  return { taxFacts, shipping, obstacles }
}
