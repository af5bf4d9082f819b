import { ContainerRegistrationKeys, Modules, PaymentCollectionStatus } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

const NOTHING_AUTHORIZED = { status: PaymentCollectionStatus.NOT_PAID, authorized_amount: 0 }

/**
 * Takes back the authorization that completed the cart: the order is not paid, and is paid later by its invoice or marked as
 * paid. It comes before `order.placed` goes out. A second run takes back what the first has left; where the workflow fails later, the
 * order is canceled by Medusa, and owes nothing.
 */
export const putOnAccountStep = createStep(
  "customers-put-quick-order-on-account",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["payment_collections.id"],
      filters: { id: order_id },
    })
    const [order] = data as { payment_collections?: ({ id: string } | null)[] | null }[]
    const payments = container.resolve(Modules.PAYMENT)
    const ids = (order?.payment_collections ?? []).flatMap((collection) => collection?.id ?? [])
    const collections = await payments.listPaymentCollections(
      { id: ids },
      { relations: ["payments", "payment_sessions"] },
    )
    for (const { id, payments: made, payment_sessions } of collections) {
      const [payment] = made ?? []
      if (!payment || payment.captured_at) {
        continue
      }
      // A run that died half-way is gone on with.
      if (!payment.canceled_at) {
        await payments.cancelPayment(payment.id)
      }
      for (const session of payment_sessions ?? []) {
        await payments.deletePaymentSession(session.id)
      }
      await payments.updatePaymentCollections(id, NOTHING_AUTHORIZED)
    }
    return new StepResponse({ order_id })
  },
)
