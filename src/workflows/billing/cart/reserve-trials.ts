import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  releaseTrials,
  reserveTrials,
  type TrialsOfCart,
} from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import { TRIAL_USED } from "../../../rules/billing/cart/completion-refusal"
import type { TrialOfCart } from "../../../rules/billing/cart/trials-of"
import { refuse } from "../../errors/refuse"

interface Reserving {
  customerId: string
  cartId: string
  trials: TrialOfCart[]
}

/**
 * Reserves a cart's trials for its order (B14). Where the customer's other cart was faster, it is refused, as it would
 * be one after the other. Returns what `releaseTrialsOfCart` needs.
 */
export async function reserveTrialsOfCart(
  container: MedusaContainer,
  { customerId, cartId, trials }: Reserving,
): Promise<TrialsOfCart> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const reserving = { customerId, cartId, offerIds: [...new Set(trials.map(({ offerId }) => offerId))] }
  await inTransaction(knex, async (trx) => {
    const taken = await reserveTrials(trx, reserving)
    const trial = trials.find(({ offerId }) => offerId === taken)
    if (trial) {
      refuse(`items ("${trial.title}")`, TRIAL_USED)
    }
  })
  return reserving
}

/** Releases the trials of a completion that failed. */
export async function releaseTrialsOfCart(container: MedusaContainer, reservation: unknown): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await releaseTrials(knex, reservation as TrialsOfCart)
}
