import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Decimal } from "../../../../rules/money"

export interface OrderPaymentCollection {
  id: string
  order_id: string
  currency_code: string
  amount: Decimal
}

/**
 * One payment collection for each order, the free ones too (a zero collection shows an order as paid). All attempts to
 * charge a renewal are made on it. Ids are derived, links are upserts: a second run changes nothing.
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
    await linkToOrders(container, collections)
    return new StepResponse(ids)
  },
)

/**
 * Through the link's own module. `link.create` would ask first whether one of the collections belongs to another order,
 * with a condition for each over the whole table: the more renewals there are, the slower. Their ids are derived from
 * the orders', so that none can.
 */
async function linkToOrders(container: MedusaContainer, collections: OrderPaymentCollection[]): Promise<void> {
  const links = container
    .resolve(ContainerRegistrationKeys.LINK)
    .getLinkModule(Modules.ORDER, "order_id", Modules.PAYMENT, "payment_collection_id")
  if (!links) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "Orders and payment collections are not linked")
  }
  const linkOf = ({ id, order_id }: OrderPaymentCollection): [string, string, { id: string }] => [
    order_id,
    id,
    { id: id.replace(/^pay_col_/, "ordpay_") },
  ]
  await links.create(collections.map(linkOf))
}
