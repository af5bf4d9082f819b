import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  lockAccounts,
  lockOrderInvoices,
  paidOnPages,
  readInvoiceEntries,
  subscriptionsBilledOn,
  type PaidOnPages,
} from "../../../modules/billing"
import { inTransaction, type Database } from "../../../modules/core"
import { moveToBalance, paymentsToGiveBack, secondPayment, type AccountOfInvoice } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { isPositive, type Decimal } from "../../../rules/money"
import { recordBalanceMoves } from "../balance/record-balance-moves"
import { writeBalanceOnOrders } from "../balance/write-balance-on-orders"
import { withInvoiceLocked } from "./with-invoice-locked"

export interface SettleSecondPaymentInput {
  order_id: string
  as_of: CivilDate
}

/**
 * What customers have paid of an order on the payment page though it was paid already goes to their balance; a guest, whom no
 * balance serves, gets it back. Under the lock of all that charges the invoice, so that nothing is given back twice. A second
 * run finds nothing; there is no compensation.
 */
const settleSecondPaymentStep = createStep(
  "billing-settle-second-payment",
  async (input: SettleSecondPaymentInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const found = await paidOnPages(knex, input.order_id)
    if (!found || !(await readSecond(knex, found))) {
      return new StepResponse(false)
    }
    const done = await withInvoiceLocked(container, found, async () => ({ done: await settle(container, input) }))
    if (!done) {
      throw new MedusaError(MedusaError.Types.CONFLICT, `The invoice ${found.number} is being charged: try again`)
    }
    return new StepResponse(true)
  },
)

export const settleSecondPaymentWorkflow = createWorkflow(
  "billing-settle-second-payment",
  (input: SettleSecondPaymentInput) => new WorkflowResponse(settleSecondPaymentStep(input)),
)

interface Second {
  of: AccountOfInvoice
  amount: Decimal
}

/** Locks the invoice's account until the transaction ends. null: nothing was paid twice. */
async function readSecond(trx: Database, { id, payments, currency_code }: PaidOnPages): Promise<Second | null> {
  const of = (await lockAccounts(trx, [id])).get(id)
  const kept = payments.map((payment) => payment.kept)
  const amount = of ? secondPayment(of.account, { payments: kept, currencyCode: currency_code }) : "0"
  return of && isPositive(amount) ? { of, amount } : null
}

async function settle(container: MedusaContainer, input: SettleSecondPaymentInput): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const toGiveBack = await inTransaction(knex, async (trx) => {
    await lockOrderInvoices(trx, input.order_id)
    const found = await paidOnPages(trx, input.order_id)
    const second = found && (await readSecond(trx, found))
    if (!found || !second) {
      return []
    }
    if (found.customer_id !== null && found.has_account) {
      await move(trx, { ...found, ...second, customerId: found.customer_id }, input)
      return []
    }
    return paymentsToGiveBack(found.payments, { amount: second.amount, currencyCode: found.currency_code })
  })
  const invoice = await paidOnPages(knex, input.order_id)
  await writeBalanceOnOrders(container, invoice ? [invoice.id] : [])
  for (const refund of toGiveBack) {
    await giveBack(container, refund)
  }
}

async function move(
  trx: Database,
  { of, amount, customerId, ...invoice }: PaidOnPages & Second & { customerId: string },
  { as_of }: SettleSecondPaymentInput,
): Promise<void> {
  const { id, number, currency_code } = invoice
  const key = String((await readInvoiceEntries(trx, id)).length)
  await recordBalanceMoves(trx, [moveToBalance({ of, customerId, asOf: as_of }, amount, key)])
  const data = { number, currency_code, total: amount }
  await addTimelineEntries(
    trx,
    (await subscriptionsBilledOn(trx, invoice)).map((subscription_id) => ({
      ...{ subscription_id, type: "invoice_balance_moved", as_of, actor: "system" as const, data },
    })),
  )
}

/** Where the provider refuses, it stays with the invoice, and an admin sees that it has too much. */
async function giveBack(
  container: MedusaContainer,
  { payment_id, amount }: { payment_id: string; amount: Decimal },
): Promise<void> {
  try {
    await refundPaymentWorkflow(container).run({ input: { payment_id, amount, note: "The invoice was paid already" } })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The second payment ${payment_id} was not given back, and stays with its invoice: ${reason}`)
  }
}
