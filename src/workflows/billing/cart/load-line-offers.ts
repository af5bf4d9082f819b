import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { BILLING_MODULE, type BillingModuleService, usedTrials } from "../../../modules/billing"
import type { LineOffers } from "../../../rules/billing/cart/fee-stage"
import { billingLineOf } from "../../../rules/billing/cart/billing-line"
import { lineOffers } from "../../../rules/billing/cart/line-offers"
import type { CivilDate } from "../../../rules/calendar"
import { isDependent, type LineRecord } from "../../../rules/cart"
import type { StageInput } from "../../cart/cart-stage"
import type { MedusaCart, MedusaCustomer } from "../../cart/medusa-cart"
import { loadOfferTerms, type LoadedOffer } from "../offers/steps/load-offer-terms"

export interface LoadedLineOffers {
  /** The current terms of each line of an offer, by line id. */
  offers: LineOffers
  /** The store's date, where an offer has a billing day. */
  asOf: CivilDate | null
  /** Whether the customer has an account and has logged in to it: a guest has a customer's row, too. */
  hasAccount: boolean
  customerId: string | null
  /** Offers whose trial this customer has used. */
  usedTrials: ReadonlySet<string>
}

/** The current terms of a plan's lines. Dependent lines are sold with their parents. */
export async function loadLineOffers(
  container: MedusaContainer,
  { plan, cart }: Pick<StageInput, "plan" | "cart">,
): Promise<LoadedLineOffers> {
  const lines = plan.lines.filter((planned) => !isDependent(planned)).map(({ line }) => line)
  const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))]
  const regionId = cart.region_id ?? cart.region?.id ?? null
  const loaded = await loadOfferTerms(container, { productIds, currencyCode: cart.currency_code, regionId })
  const customer = loaded.size ? await customerOf(container, cart) : null
  const hasAccount = (customer?.has_account ?? false) && cart.isLoggedIn !== false
  const buyer = hasAccount ? customer : null
  const used = buyer
    ? await usedTrialsOf(container, loaded, { customerId: buyer.id, cartId: cart.id })
    : new Set<string>()
  // Only a customer with an account can have a trial (B14).
  const trialUsed = (offerId: string): boolean => !hasAccount || used.has(offerId)
  const asOf = await dateOfBillingDays(container, loaded, plan.cart.records)
  const offers = lineOffers({ lines, offers: loaded, trialUsed, asOf })
  return { offers, asOf, hasAccount, customerId: customer?.id ?? null, usedTrials: used }
}

/** What a first period comes to hangs on the date (B5a); nothing else does, and then none is read. */
async function dateOfBillingDays(
  container: MedusaContainer,
  offers: ReadonlyMap<string, LoadedOffer>,
  records: readonly LineRecord[],
): Promise<CivilDate | null> {
  const isRecorded = records.some(({ payload }) => {
    const terms = billingLineOf(payload)?.terms
    return terms?.kind === "recurring" && terms.billingDay
  })
  const has = isRecorded || [...offers.values()].some(({ offer }) => offer.billingDay)
  return has ? container.resolve<CoreModuleService>(CORE_MODULE).today() : null
}

/** The customer of a hook's cart; loaded if the cart has only the id. */
async function customerOf(container: MedusaContainer, cart: MedusaCart): Promise<MedusaCustomer | null> {
  if (cart.customer && typeof cart.customer.has_account === "boolean") {
    return cart.customer
  }
  const id = cart.customer?.id ?? cart.customer_id
  const [customer] = id ? await container.resolve(Modules.CUSTOMER).listCustomers({ id }) : []
  return customer ? { id: customer.id, has_account: customer.has_account } : null
}

/** Offers whose trial the customer has had. A guest cannot be identified, so for one nothing is read. */
async function usedTrialsOf(
  container: MedusaContainer,
  offers: Map<string, LoadedOffer>,
  of: { customerId: string; cartId: string },
): Promise<Set<string>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const offerIds = [...offers.values()].map(({ offer }) => offer.id)
  return offerIds.length ? usedTrials(knex, { ...of, offerIds }) : new Set()
}
