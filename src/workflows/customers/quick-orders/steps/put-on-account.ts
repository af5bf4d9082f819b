import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Takes back the authorization that completed the cart: the order is not paid, and is paid later by its invoice or marked as
 * paid. It comes before `order.placed` goes out. A second run finds nothing to take back; where the workflow fails later, the
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
      if (!payment || payment.captured_at || payment.canceled_at) {
        continue
      }
      await payments.cancelPayment(payment.id)
      for (const session of payment_sessions ?? []) {
        await payments.deletePaymentSession(session.id)
      }
      await payments.updatePaymentCollections(id, { status: "not_paid", authorized_amount: 0 } as never)
    }
    return new StepResponse({ order_id })
  },
)
