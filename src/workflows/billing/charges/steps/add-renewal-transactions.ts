import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  missingTransactions,
  renewalTransactions,
  surplusTransactions,
  type ChargedRenewal,
} from "../../../../rules/billing"

/**
 * Adds the captured amounts to the orders, so that they show as paid. One transaction per renewal with a derived id, so
 * a second run finds it; what Medusa has written of the same capture by a rounded amount gives way. Written before the renewal is settled: after a crash, the next run repeats both.
 */
export const addRenewalTransactionsStep = createStep(
  "billing-add-renewal-transactions",
  async (charged: ChargedRenewal[], { container }) => {
    const orderModule = container.resolve(Modules.ORDER)
    const wanted = renewalTransactions(charged)
    const existing = wanted.length
      ? await orderModule.listOrderTransactions({ order_id: wanted.map(({ order_id }) => order_id) })
      : []
    const written = existing.map((one) => ({
      ...one,
      amount: MathBN.convert(one.raw_amount ?? one.amount).toFixed(),
    }))
    const surplus = surplusTransactions(wanted, written)
    const missing = missingTransactions(
      wanted,
      written.filter(({ id }) => !surplus.includes(id)),
    )
    if (missing.length) {
      await orderModule.addOrderTransactions(missing.map(({ payment_id: _payment, ...transaction }) => transaction))
    }
    if (surplus.length) {
      await orderModule.deleteOrderTransactions(surplus)
    }
    return new StepResponse(missing.map(({ id }) => id))
  },
)
