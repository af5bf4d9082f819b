import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renewalIds } from "../../renewals/renewal-ids"
import type { ChargedRenewal } from "./settle-charges"

/**
 * Writes the captured money into the orders, so that they show as paid. One transaction per renewal, its id derived: a
 * second run finds it. Written before the renewal is settled: whoever comes after a crash does both again.
 */
export const addRenewalTransactionsStep = createStep(
  "billing-add-renewal-transactions",
  async (charged: ChargedRenewal[], { container }) => {
    const orderModule = container.resolve(Modules.ORDER)
    const transactions = charged
      .filter(({ outcome }) => outcome.status === "paid")
      .map(({ renewal, capture_id }) => ({
        id: renewalIds(renewal.subscription_id, renewal.cycle).transaction,
        order_id: renewal.order_id,
        amount: renewal.total,
        currency_code: renewal.currency_code,
        reference: "capture",
        reference_id: capture_id ?? undefined,
      }))
    const existing = transactions.length
      ? await orderModule.listOrderTransactions({ order_id: transactions.map(({ order_id }) => order_id) })
      : []
    const made = new Set(existing.flatMap(({ id, reference_id }) => [id, reference_id]))
    // Medusa itself writes a capture that it hears of by a webhook, under an id of its own.
    const missing = transactions.filter(
      ({ id, reference_id }) => !made.has(id) && !(reference_id && made.has(reference_id)),
    )
    if (missing.length) {
      await orderModule.addOrderTransactions(missing)
    }
    return new StepResponse(missing.map(({ id }) => id))
  },
)
