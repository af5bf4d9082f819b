import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  balanceId,
  BILLING_MODULE,
  type BillingModuleService,
  lockAccounts,
  lockBalances,
  readInvoiceEntries,
  type InvoiceRecord,
} from "../../../../modules/billing"
import { type Database, inTransaction } from "../../../../modules/core"
import { moveToBalance, useOfBalance, type BalanceMove } from "../../../../rules/billing"
import { isPositive, min, negate } from "../../../../rules/money"
import { followOrder } from "../../accounts/follow-order"
import { onInvoice, tellSubscription, type InvoiceActionContext } from "../../accounts/invoice-in-action"
import { endInvoicePagePayments } from "../../payment-pages/end-invoice-page-payments"
import { recordBalanceMoves } from "../record-balance-moves"
import { writeBalanceOnOrders } from "../write-balance-on-orders"

export interface MoveBalanceInput extends InvoiceActionContext {
  /** Whether the invoice is paid from the balance, or what it received too much goes there. */
  direction: "use" | "move"
}

/**
 * Moves money between an invoice and its customer's balance: as much as the invoice asks for and is held, or all that it
 * received beyond what it asks for. In one transaction; a second run finds nothing to move and is refused. The order's books
 * follow, and a sweep writes them where the process dies before.
 */
export const moveBalanceStep = createStep("billing-move-balance", async (input: MoveBalanceInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (input.direction === "use") {
    // A form that the customer has open would take the same money.
    await endInvoicePagePayments(container, input)
  }
  await onInvoice(container, input, async (invoice) => {
    await inTransaction(knex, (trx) => move(trx, invoice, input))
    await settleOrder(container, invoice, input)
  })
  return new StepResponse({ id: input.invoice_id })
})

async function settleOrder(container: MedusaContainer, { id, order_id }: InvoiceRecord, { as_of }: MoveBalanceInput) {
  await writeBalanceOnOrders(container, [id])
  await followOrder(container, { order_id, cause: "paid", as_of })
}

async function move(trx: Database, invoice: InvoiceRecord, input: MoveBalanceInput): Promise<void> {
  const move = input.direction === "use" ? await planUse(trx, invoice, input) : await planMove(trx, invoice, input)
  if (!move) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      input.direction === "use"
        ? "Nothing is open, or the customer's balance is empty"
        : "The invoice has received nothing beyond what it asks for",
    )
  }
  await recordBalanceMoves(trx, [move])
  const data = { total: move.balance.amount }
  await tellSubscription(trx, { invoice, type: `invoice_${move.invoice.kind}`, data }, input)
}

interface Moving {
  of: Parameters<typeof useOfBalance>[0]
  key: string
}

async function loadMoving(trx: Database, invoice: InvoiceRecord, input: MoveBalanceInput): Promise<Moving | null> {
  const of = (await lockAccounts(trx, [invoice.id])).get(invoice.id)
  if (!of || invoice.customer_id === null) {
    return null
  }
  const key = String((await readInvoiceEntries(trx, invoice.id)).length)
  return { of: { of, customerId: invoice.customer_id, asOf: input.as_of, actor: input.actor }, key }
}

async function planUse(trx: Database, invoice: InvoiceRecord, input: MoveBalanceInput): Promise<BalanceMove | null> {
  const moving = await loadMoving(trx, invoice, input)
  if (!moving) {
    return null
  }
  const balance = { customer_id: moving.of.customerId, currency_code: invoice.currency_code }
  const held = (await lockBalances(trx, [balance])).get(balanceId(balance)) ?? "0"
  const amount = min(held, moving.of.of.account.open)
  return isPositive(amount) ? useOfBalance(moving.of, amount, moving.key) : null
}

async function planMove(trx: Database, invoice: InvoiceRecord, input: MoveBalanceInput): Promise<BalanceMove | null> {
  const moving = await loadMoving(trx, invoice, input)
  const amount = moving ? negate(moving.of.of.account.open) : "0"
  return moving && isPositive(amount) ? moveToBalance(moving.of, amount, moving.key) : null
}
