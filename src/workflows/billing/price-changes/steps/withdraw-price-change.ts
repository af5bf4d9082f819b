import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  openPriceChanges,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { withdrawPriceChange } from "../settle-price-changes"

export interface WithdrawPriceChangeInput extends ChangeContext {
  /** The subscription. */
  id: string
  /** The one that was shown. */
  price_change_id: string
}

/** Takes a new price back that does not hold yet, in one transaction. */
export const withdrawPriceChangeStep = createStep(
  "billing-withdraw-price-change",
  async (input: WithdrawPriceChangeInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    await withLockedSubscriptions(knex, [input.id], async (trx, locked) => {
      for (const { row } of locked) {
        const open = await openPriceChanges(trx, [row.id])
        const change = open.find(({ id }) => id === input.price_change_id)
        if (!change) {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The new price is over: there is nothing to withdraw")
        }
        await withdrawPriceChange(trx, { row, change, reason: "taken back" }, input)
      }
    })
    return new StepResponse({ id: input.id })
  },
)
