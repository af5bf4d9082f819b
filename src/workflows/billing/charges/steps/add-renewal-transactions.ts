import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { missingTransactions, renewalTransactions, type ChargedRenewal } from "../../../../rules/billing"

/**
 * Adds the captured amounts to the orders, so that they show as paid. One transaction per renewal with a derived id, so
 * a second run finds it. Written before the renewal is settled: after a crash, the next run repeats both.
 */
export const addRenewalTransactionsStep = createStep(
  "billing-add-renewal-transactions",
  async (charged: ChargedRenewal[], { container }) => {
    const orderModule = container.resolve(Modules.ORDER)
    const wanted = renewalTransactions(charged)
    const existing = wanted.length
      ? await orderModule.listOrderTransactions({ order_id: wanted.map(({ order_id }) => order_id) })
      : []
    const missing = missingTransactions(
      wanted,
      existing.map((one) => ({ ...one, amount: MathBN.convert(one.raw_amount ?? one.amount).toFixed() })),
    )
    if (missing.length) {
      await orderModule.addOrderTransactions(missing.map(({ payment_id: _payment, ...transaction }) => transaction))
    }
    return new StepResponse(missing.map(({ id }) => id))
  },
)
