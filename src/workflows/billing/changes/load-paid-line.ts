import {
  BILLING_MODULE,
  type BillingModuleService,
  type LockedSubscription,
  lineOfItem,
  readInvoiceHeads,
  readOrderInvoices,
} from "../../../modules/billing"
import type { MedusaContainer } from "@medusajs/framework/types"
import { paidLine, renewalIds, renewalLineId, type PaidLine } from "../../../rules/billing"
import type { Decimal } from "../../../rules/money"

/** What was charged last for a subscription, on which invoice, and how that stands. */
export interface PaidInvoice extends PaidLine {
  id: string
  orderId: string
  number: number
  documentNumber: string
  /** What it still asks for; below zero: it has received more. */
  open: Decimal
  creditedTotal: Decimal
}

/** The line that paid for the billed period: of the last renewal, or of the first order. null: there is none. */
export async function loadPaidLine(
  container: MedusaContainer,
  { row, root }: { row: LockedSubscription["row"]; root: LockedSubscription["items"][number] },
): Promise<PaidInvoice | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const cycle = row.next_cycle - 1
  const renewed = { orderId: renewalIds(row.id, cycle).order, orderLineId: renewalLineId(root.id, cycle) }
  const sold = await lineOfItem(knex, root.id)
  const first = { orderId: row.order_id, orderLineId: sold?.order_line_id ?? "" }
  for (const { orderId, orderLineId } of [renewed, first]) {
    const { invoices, creditNotes } = await readOrderInvoices(knex, orderId)
    for (const { id, document, total } of invoices) {
      const notes = creditNotes.filter((note) => note.corrects_invoice_id === id).map((note) => note.document)
      const line = paidLine({ document, total, creditNotes: notes }, { orderLineId, quantity: root.quantity })
      const payment = line && (await readInvoiceHeads(knex, [id]))[0]?.payment
      if (line && payment) {
        const { open_total: open, credited_total: creditedTotal } = payment
        return { ...line, id, orderId, documentNumber: document.number, open, creditedTotal }
      }
    }
  }
  return null
}
