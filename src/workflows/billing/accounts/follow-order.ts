import type { MedusaContainer } from "@medusajs/framework/types"
import type { CreditedLines } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { loadOrder } from "../../orders/load-orders"
import { correctInvoicesWorkflow } from "../orders/correct-invoices"
import { recordOrderPaymentWorkflow } from "../orders/record-order-payment"

export interface OrderToFollow {
  order_id: string
  cause: string
  as_of: CivilDate
  /** The invoice that a credit is meant for, and its lines. */
  invoice_id?: string
  credited_lines?: CreditedLines | undefined
}

/**
 * What an action has done to an order in Medusa reaches its invoices now, without waiting for the event; the intake of
 * orders finds nothing left to do. The change is named by the order as it is then.
 */
export async function followOrder(
  container: MedusaContainer,
  { order_id, cause, as_of, invoice_id, credited_lines }: OrderToFollow,
): Promise<void> {
  const { version, paymentCollections } = await loadOrder(container, order_id)
  const refunds = paymentCollections.flatMap(({ payments }) => payments.flatMap((payment) => payment.refunds))
  const source_id = `${order_id}_v${version}_${refunds.length}`
  const change = {
    ...{ order_id, cause, source_id, as_of },
    ...(invoice_id === undefined ? {} : { invoice_id }),
    ...(credited_lines === undefined ? {} : { credited_lines }),
  }
  await correctInvoicesWorkflow(container).run({ input: change })
  await recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of } })
}
