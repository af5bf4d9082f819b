import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { collectorFor } from "../../../collectors"

/** How long Medusa's own capture, by the provider's message, is given to write the money into the order. */
const PATIENCE_MS = 2_000
const PAUSE_MS = 100

/**
 * Captures a payment where nobody has, and writes it into the order. The provider's message may have Medusa capture it in
 * the same moment: Medusa refuses a second capture, and would write a capture that both see into the order twice.
 */
export async function captureOnce(
  container: MedusaContainer,
  payment: { order_id: string; payment_id: string },
): Promise<void> {
  const { payment_id } = payment
  if (await isBooked(container, payment)) {
    return
  }
  try {
    await capturePaymentWorkflow(container).run({ input: { payment_id } })
  } catch (error) {
    const { captured_at } = await container.resolve(Modules.PAYMENT).retrievePayment(payment_id)
    if (!captured_at) {
      throw error
    }
  }
}

/** Whether it was captured and stands in the order. Where only the first is so, somebody is about to write it, or has died. */
async function isBooked(
  container: MedusaContainer,
  { order_id, payment_id }: { order_id: string; payment_id: string },
): Promise<boolean> {
  for (;;) {
    const payment = await container.resolve(Modules.PAYMENT).retrievePayment(payment_id, { relations: ["captures"] })
    const captures = (payment.captures ?? []).map(({ id }) => id)
    if (!payment.captured_at || !captures.length) {
      return false
    }
    const booked = await container
      .resolve(Modules.ORDER)
      .listOrderTransactions({ order_id, reference_id: captures }, { select: ["id"] })
    if (booked.length) {
      return true
    }
    const patience = collectorFor(payment.provider_id).announcesSuccess === false ? 0 : PATIENCE_MS
    if (Date.now() - new Date(payment.captured_at).getTime() >= patience) {
      return false
    }
    await sleep(PAUSE_MS)
  }
}
