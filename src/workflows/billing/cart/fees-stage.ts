import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { asRecorded } from "../../../rules/billing/cart/as-recorded"
import { completionRefusal } from "../../../rules/billing/cart/completion-refusal"
import { feeStage, type LineOffers } from "../../../rules/billing/cart/fee-stage"
import { refuse } from "../../errors/refuse"
import { customerTerms } from "../../ports/customer-terms"
import type { CartStage, StageInput } from "../../cart/cart-stage"
import { trialsOf } from "../../../rules/billing/cart/trials-of"
import { reserveTrialsOfCart } from "./reserve-trials"
import { loadLineOffers, type LoadedLineOffers } from "./load-line-offers"

/**
 * Set-up fees (B7), and the terms of every line of an offer. A line that was just added and cannot be ordered is
 * refused. At completion the terms are those of the records: what the buyer saw, even if the offer has changed since,
 * and the trials are reserved, so that of two carts of a customer one gets it.
 */
export const feesStage: CartStage = {
  name: "options_and_fees",
  run: async (container, input) => {
    const loaded = await loadLineOffers(container, input)
    const plan = feeStage(input.plan, await decide(container, input, loaded))
    const { customerId } = loaded
    const trials = input.pass.kind === "completion" && customerId !== null ? trialsOf(plan) : []
    return customerId !== null && trials.length
      ? { plan, reserve: () => reserveTrialsOfCart(container, { customerId, cartId: input.cart.id, trials }) }
      : { plan }
  },
}

async function decide(
  container: MedusaContainer,
  { plan, pass }: StageInput,
  loaded: LoadedLineOffers,
): Promise<LineOffers> {
  const { offers } = loaded
  switch (pass.kind) {
    case "lines":
      for (const id of pass.added) {
        const offer = offers.get(id)
        if (offer && !offer.ok) {
          refuse("variant_id", offer.reason)
        }
      }
      return offers
    case "amounts":
      return offers
    case "completion": {
      const { guestSubscriptions } = container.resolve<BillingModuleService>(BILLING_MODULE).options
      // The link of a quick order says who it is that subscribes, and an admin has made it.
      const isKnown = async () => customerTerms.get().isQuickOrder(container, plan.cart.id)
      const mayGuestsSubscribe = loaded.hasAccount || guestSubscriptions !== "refuse" || (await isKnown())
      const refusal = completionRefusal(plan, { ...loaded, mayGuestsSubscribe })
      if (refusal) {
        refuse(refusal.field, refusal.reason)
      }
      return asRecorded(offers, plan.cart.records, loaded.asOf)
    }
  }
}
