import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, type ChangeRecord, readInvoices } from "../../../modules/billing"
import { compare, isNegative } from "../../../rules/money"
import { followOrder } from "../accounts/follow-order"
import { moveBalanceWorkflow } from "../balance/move-balance"
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

/** Whether a change has credited anything yet. */
export async function hasCredited(container: MedusaContainer, { credit }: ChangeRecord): Promise<boolean> {
  if (!credit) {
    return false
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [invoice] = await readInvoices(knex, [credit.invoice_id])
  return compare(invoice?.payment?.credited_total ?? "0", credit.credited_total) > 0
}
