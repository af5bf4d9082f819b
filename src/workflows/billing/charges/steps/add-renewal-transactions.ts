import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { missingTransactions, renewalTransactions, type ChargedRenewal } from "../../../../rules/billing"

/**
 * Writes the captured money into the orders, so that they show as paid. One transaction per renewal, its id derived: a
 * second run finds it. Written before the renewal is settled: whoever comes after a crash does both again.
 */
export const addRenewalTransactionsStep = createStep(
  "billing-add-renewal-transactions",
  async (charged: ChargedRenewal[], { container }) => {
    const orderModule = container.resolve(Modules.ORDER)
    const wanted = renewalTransactions(charged)
    const existing = wanted.length
      ? await orderModule.listOrderTransactions({ order_id: wanted.map(({ order_id }) => order_id) })
      : []
    const missing = missingTransactions(wanted, existing)
    if (missing.length) {
      await orderModule.addOrderTransactions(missing)
    }
    return new StepResponse(missing.map(({ id }) => id))
  },
)
