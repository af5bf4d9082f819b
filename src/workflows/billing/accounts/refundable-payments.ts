import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, openReturnsOf } from "../../../modules/billing"
import type { RefundablePayment } from "../../../rules/billing"
import { sum } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"

/** The payments of an order with what is gone of each: given back, or taken back by its payer's bank, which no provider gives back. */
export async function refundablePayments(
  container: MedusaContainer,
  { id: orderId, paymentCollections }: Pick<OrderFacts, "id" | "paymentCollections">,
): Promise<RefundablePayment[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const returns = await openReturnsOf(knex, orderId)
  return paymentCollections
    .flatMap(({ payments }) => payments)
    .map(({ id, captures, refunds }) => ({
      id,
      captured: sum(captures.map(({ amount }) => amount)),
      refunded: sum([...refunds, ...returns.filter(({ payment_id }) => payment_id === id)].map(({ amount }) => amount)),
    }))
}
