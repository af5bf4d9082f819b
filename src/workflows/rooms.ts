/**
 * Where rooms are composed: who answers what another one asks. Nothing but this file and the core hooks knows two rooms.
 * Medusa loads it with the workflows, before anything runs.
 */
import { offerVisibility } from "./billing/offers/offer-visibility"
import { setupFeeLines } from "./billing/offers/setup-fee-lines"
import { renewalDiscounts, type RenewalDiscounts } from "./billing/renewals/renewal-discounts"
import { dependentLines, type DependentLines } from "./discounts/dependent-lines"
import { recurringDiscounts } from "./discounts/renewals/recurring-discounts"
import { storeVisibility, type StoreVisibility } from "./ports/store-visibility"

/** What comes off a renewal: asked by billing. */
export const RENEWAL_DISCOUNTS: RenewalDiscounts = recurringDiscounts
renewalDiscounts.fill(RENEWAL_DISCOUNTS)

/** What is hidden from the Store API: asked by the catalogue's routes and by discounts. */
export const STORE_VISIBILITY: StoreVisibility[] = [offerVisibility]
storeVisibility.fill(...STORE_VISIBILITY)

/** Which lines of an order are dependent ones: asked by discounts. */
export const DEPENDENT_LINES: DependentLines[] = [setupFeeLines]
dependentLines.fill(...DEPENDENT_LINES)
