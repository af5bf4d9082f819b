import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createOrUpdateOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import { PAID_FOR } from "../../../modules/billing"
import { compare, isPositive, type Decimal } from "../../../rules/money"
import { loadOrder } from "../../orders/load-orders"
import type { PaymentCollectionFacts } from "../../orders/order-facts"

/** A payment collection, with what it asks for. */
export interface CollectionToPay {
  id: string
  amount: Decimal
}

/**
 * The order's collection that nothing was paid on; where there is none, Medusa makes one of what is left to pay. null: a part of one
 * was paid, which Medusa would cancel to make another.
 */
export async function collectionToPay(container: MedusaContainer, orderId: string): Promise<CollectionToPay | null> {
  const unpaid = async () => {
    const { paymentCollections } = await loadOrder(container, orderId)
    const [largest] = paymentCollections
      .filter(({ status, amount }) => status === "not_paid" && isPositive(amount))
      .sort((a, b) => compare(b.amount, a.amount))
    return largest
  }
  const found = await unpaid()
  if (found !== undefined) {
    return found
  }
  await refuseUnderWay(container, orderId)
  if ((await loadOrder(container, orderId)).paymentCollections.some(isPartlyPaid)) {
    return null
  }
  await createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input: { order_id: orderId } })
  const made = await unpaid()
  if (made === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice's order is left to pay")
  }
  return made
}

/** A part of it was paid, and nothing of it waits to be captured: an invoice of several was paid by it. */
export const isPartlyPaid = ({ status, payments }: PaymentCollectionFacts): boolean =>
  ["partially_authorized", "partially_captured"].includes(status) &&
  payments.every(({ capturedAt, canceledAt }) => capturedAt !== null || canceledAt !== null)

/** Medusa would cancel an authorized payment to make another collection. */
async function refuseUnderWay(container: MedusaContainer, orderId: string): Promise<void> {
  const { paymentCollections } = await loadOrder(container, orderId)
  const open = paymentCollections.filter((one) => !isPartlyPaid(one))
  if (open.some(({ status }) => ["authorized", "partially_authorized", "awaiting"].includes(status))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A payment of this invoice is under way: capture or cancel it on its order first",
    )
  }
}

/**
 * Does something with a collection of a part of what an order asks for, for one of its invoices, beside the one that it is charged
 * on: that one stays for the rest. Where it fails, the collection is taken away again.
 */
export async function withCollectionOfPart(
  container: MedusaContainer,
  {
    order_id,
    invoice_id,
    currency_code,
    amount,
  }: { order_id: string; invoice_id: string; currency_code: string; amount: Decimal },
  work: (collectionId: string) => Promise<void>,
): Promise<void> {
  await refuseUnderWay(container, order_id)
  const payment = container.resolve(Modules.PAYMENT)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const metadata = { [PAID_FOR]: invoice_id }
  const made = await payment.createPaymentCollections({ currency_code, amount, metadata })
  const linked = { [Modules.ORDER]: { order_id }, [Modules.PAYMENT]: { payment_collection_id: made.id } }
  await link.create(linked)
  try {
    await work(made.id)
  } catch (error) {
    await link.dismiss(linked)
    await payment.deletePaymentCollections([made.id])
    throw error
  }
}
