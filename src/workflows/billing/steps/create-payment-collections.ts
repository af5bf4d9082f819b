import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Decimal } from "../../../rules/money"

export interface OrderPaymentCollection {
  id: string
  order_id: string
  currency_code: string
  amount: Decimal
}

/**
 * One payment collection for each order, the free ones too (a zero collection shows an order as paid). All attempts to
 * charge a renewal are made on it. Ids are derived, links are upserts: doing it again changes nothing.
 */
export const createPaymentCollectionsStep = createStep(
  "billing-create-payment-collections",
  async (collections: OrderPaymentCollection[], { container }) => {
    if (!collections.length) {
      return new StepResponse([])
    }
    const payment = container.resolve(Modules.PAYMENT)
    const ids = collections.map(({ id }) => id)
    const existing = await payment.listPaymentCollections({ id: ids }, { select: ["id"] })
    const made = new Set(existing.map(({ id }) => id))
    const missing = collections.filter(({ id }) => !made.has(id))
    if (missing.length) {
      await payment.createPaymentCollections(missing.map(({ order_id: _order, ...collection }) => collection))
    }
    await container.resolve(ContainerRegistrationKeys.LINK).create(
      collections.map(({ id, order_id }) => ({
        [Modules.ORDER]: { order_id },
        [Modules.PAYMENT]: { payment_collection_id: id },
      })),
    )
    return new StepResponse(ids)
  },
)
