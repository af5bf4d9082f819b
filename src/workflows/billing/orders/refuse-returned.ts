import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  invoicesOfOrder,
  openReturnsOf,
  openReturnsOfPayment,
  readInvoiceHeads,
} from "../../../modules/billing"
import { cancellationProblem, movedMoney, movedProblem, refundProblem } from "../../../rules/billing"
import { subtract, type Decimal } from "../../../rules/money"
import { loadOrder } from "../../orders/load-orders"
import { refundablePayments } from "../accounts/refundable-payments"

/**
 * Throws NOT_ALLOWED where a payment of an order was taken back by its payer's bank, or a part of it went to the customer's balance:
 * Medusa cancels an order by having all that was captured given back, which would be a second time. It says what to do instead.
 */
export async function refuseCancellationOfReturned(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const returns = await openReturnsOf(knex, orderId)
  const ids = (await invoicesOfOrder(knex, orderId)).map(({ id }) => id)
  const invoices = await readInvoiceHeads(knex, ids)
  const [own] = invoices
  throwIf(cancellationProblem(returns, own?.number ?? null))
  if (own) {
    const moved = movedMoney(invoices.flatMap(({ payment }) => payment ?? []))
    throwIf(movedProblem({ moved, currencyCode: own.currency_code }, own.number))
  }
}

/** Throws NOT_ALLOWED where more of a payment is to be given back than its payer's bank has left. `amount` null: all of it. */
export async function refuseRefundOfReturned(
  container: MedusaContainer,
  { paymentId, amount }: { paymentId: string; amount: Decimal | null },
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const returns = await openReturnsOfPayment(knex, paymentId)
  const [first] = returns
  if (!first) {
    return
  }
  const payments = await refundablePayments(container, await loadOrder(container, first.order_id))
  const { captured, refunded } = payments.find(({ id }) => id === paymentId) ?? { captured: "0", refunded: "0" }
  const payment = { left: subtract(captured, refunded), currencyCode: first.currency_code }
  throwIf(refundProblem(payment, { amount, returns }))
}

function throwIf(problem: string | null): void {
  if (problem !== null) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, problem)
  }
}
