import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type BalanceCredit,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeRecord,
  readInvoices,
  writtenBalanceEntries,
} from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import { compare, isNegative } from "../../../rules/money"
import { followOrder } from "../accounts/follow-order"
import { moveBalanceWorkflow } from "../balance/move-balance"
import { recordBalance } from "../balance/record-balance-moves"
import { creditInvoiceWorkflow } from "../credit-notes/credit-invoice"

/**
 * Issues the credit note of what a change leaves unused, and moves what was paid of it to the customer's balance. A second
 * run, also one after a crash, finds the order lowered, the credit note issued, or the money moved, and goes on from there.
 */
export async function creditChange(container: MedusaContainer, change: ChangeRecord): Promise<void> {
  const { credit, as_of, actor } = change
  if (!credit) {
    return
  }
  if (credit.invoice_id === null) {
    return grantBalance(container, change, credit)
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { invoice_id, order_id, lines } = credit
  const paymentOf = async () => (await readInvoices(knex, [invoice_id]))[0]?.payment
  const isCredited = async () => compare((await paymentOf())?.credited_total ?? "0", credit.credited_total) > 0
  if (!(await isCredited())) {
    // An order that was lowered by a process that died gets its credit note here.
    await followOrder(container, { order_id, cause: "credited", as_of, invoice_id, credited_lines: lines })
  }
  if (!(await isCredited())) {
    const { amount, credited_total } = credit
    const input = { invoice_id, as_of, actor, amount, credited_total, lines, reason: `Change ${change.id}` }
    await creditInvoiceWorkflow(container).run({ input })
  }
  if (isNegative((await paymentOf())?.open_total ?? "0")) {
    await moveBalanceWorkflow(container).run({ input: { invoice_id, as_of, actor, direction: "move" } })
  }
}

const grantId = ({ id }: Pick<ChangeRecord, "id">): string => `bbe_granted_${id}`

/** Once, as the entry's id is the change's. */
async function grantBalance(
  container: MedusaContainer,
  change: ChangeRecord,
  { customer_id, currency_code, amount }: BalanceCredit,
): Promise<void> {
  const { id, as_of, actor } = change
  const reason = `Change ${id}: what is not used of the period that was paid before it was moved in`
  const entry = { id: grantId(change), customer_id, currency_code, amount, invoice_id: null, as_of, actor, reason }
  await inTransaction(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, (trx) =>
    recordBalance(trx, [{ ...entry, kind: "granted" }]),
  )
}

/** Whether a change has credited anything yet. */
export async function hasCredited(container: MedusaContainer, change: ChangeRecord): Promise<boolean> {
  const { credit } = change
  if (!credit) {
    return false
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (credit.invoice_id === null) {
    return (await writtenBalanceEntries(knex, [grantId(change)])).size > 0
  }
  const [invoice] = await readInvoices(knex, [credit.invoice_id])
  return compare(invoice?.payment?.credited_total ?? "0", credit.credited_total) > 0
}
