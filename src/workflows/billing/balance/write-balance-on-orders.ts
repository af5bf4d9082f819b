import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentCollectionStatus } from "@medusajs/framework/utils"
import {
  balanceMissingOnOrders,
  balanceOnOrders,
  BILLING_MODULE,
  type BalanceOnOrder,
  type BillingModuleService,
} from "../../../modules/billing"
import { add, isPositive, max, round, subtract, sum } from "../../../rules/money"
import { logFailure } from "../../errors/log-failure"
import { loadOrders } from "../../orders/load-orders"
import { isPartlyPaid } from "../accounts/collection-to-pay"

/** In the books of an order: what its invoice was paid with from the customer's balance. */
export const BALANCE_REFERENCE = "billing_balance"

const transactionId = ({ id }: BalanceOnOrder): string => `ordtrx_${id}`

/**
 * What invoices have moved from and to balances stands in their orders' books, each once, and what is left to pay on their
 * payment collections. A second run finds it.
 */
export async function writeBalanceOnOrders(container: MedusaContainer, invoiceIds: readonly string[]): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await write(container, await balanceOnOrders(knex, invoiceIds))
}

/** What a process that died in between has left. An order that cannot be written is logged, and holds up no other. */
export async function sweepBalanceOnOrders(container: MedusaContainer): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const missing = await balanceMissingOnOrders(knex, { days: 30, limit: 100 })
  for (const orderId of new Set(missing.map(({ order_id }) => order_id))) {
    await logFailure(container, `The balance that order ${orderId} was paid with could not be written into it`, () =>
      write(
        container,
        missing.filter(({ order_id }) => order_id === orderId),
      ),
    )
  }
}

async function write(container: MedusaContainer, moved: readonly BalanceOnOrder[]): Promise<void> {
  const missing = await missingOf(container, moved)
  if (missing.length) {
    await addMissing(container, missing)
    await lowerCollections(container, [...new Set(missing.map(({ order_id }) => order_id))])
  }
}

async function missingOf(container: MedusaContainer, moved: readonly BalanceOnOrder[]): Promise<BalanceOnOrder[]> {
  const ids = moved.map(transactionId)
  const existing = ids.length
    ? await container.resolve(Modules.ORDER).listOrderTransactions({ id: ids }, { select: ["id"] })
    : []
  const made = new Set(existing.map(({ id }) => id))
  return moved.filter((one) => !made.has(transactionId(one)))
}

/** Adds them, each once: what another process has added in the same moment is left out, and the others are tried again. */
async function addMissing(container: MedusaContainer, missing: readonly BalanceOnOrder[]): Promise<void> {
  try {
    await container.resolve(Modules.ORDER).addOrderTransactions(
      missing.map((one) => ({
        id: transactionId(one),
        order_id: one.order_id,
        amount: one.amount,
        currency_code: one.currency_code,
        reference: BALANCE_REFERENCE,
        reference_id: one.id,
      })),
    )
  } catch (error) {
    const left = await missingOf(container, missing)
    if (left.length === missing.length) {
      throw error
    }
    if (left.length) {
      await addMissing(container, left)
    }
  }
}

/**
 * A collection that nothing was paid on, or a part alone, asks for what its order still asks for. An order's total may be finer than
 * its currency: what rounds to nothing is nothing to be paid.
 */
export async function lowerCollections(container: MedusaContainer, orderIds: string[]): Promise<void> {
  const payment = container.resolve(Modules.PAYMENT)
  for (const { total, transactions, paymentCollections, currencyCode } of await loadOrders(container, orderIds)) {
    const unpaid = paymentCollections.filter(
      (one) => one.status === "not_paid" || one.status === "awaiting" || isPartlyPaid(one),
    )
    const [collection] = unpaid
    if (collection && unpaid.length === 1) {
      const left = max("0", subtract(total, sum(transactions.map((one) => one.amount))))
      const asked = isPositive(round(left, currencyCode)) ? left : "0"
      await payment.updatePaymentCollections(collection.id, {
        amount: add(collection.captured, asked),
        ...(isPositive(asked) ? {} : { status: PaymentCollectionStatus.COMPLETED }),
      })
    }
  }
}
