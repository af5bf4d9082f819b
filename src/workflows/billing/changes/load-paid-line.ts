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

type Item = LockedSubscription["items"][number]

/** The line that paid for the billed period: of the last renewal, or of the first order. null: there is none. */
export async function loadPaidLine(
  container: MedusaContainer,
  { row, root, options }: Pick<LockedSubscription, "row"> & { root: Item; options: readonly Item[] },
): Promise<PaidInvoice | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const cycle = row.next_cycle - 1
  const renewed = {
    orderId: renewalIds(row.id, cycle).order,
    orderLineId: renewalLineId(root.id, cycle),
    optionLineIds: options.map(({ id }) => renewalLineId(id, cycle)),
  }
  const [own, ...others] = await Promise.all([root, ...options].map(({ id }) => lineOfItem(knex, id)))
  const sold = {
    orderLineId: own?.order_line_id ?? "",
    optionLineIds: others.flatMap((line) => line?.order_line_id ?? []),
  }
  const first = row.order_id === null ? [] : [{ orderId: row.order_id, ...sold }]
  for (const { orderId, ...lines } of [renewed, ...first]) {
    const { invoices, creditNotes } = await readOrderInvoices(knex, orderId)
    for (const { id, document, total } of invoices) {
      const notes = creditNotes.filter((note) => note.corrects_invoice_id === id).map((note) => note.document)
      const line = paidLine({ document, total, creditNotes: notes }, { ...lines, quantity: root.quantity })
      const payment = line && (await readInvoiceHeads(knex, [id]))[0]?.payment
      if (line && payment) {
        const { open_total: open, credited_total: creditedTotal } = payment
        return { ...line, id, orderId, documentNumber: document.number, open, creditedTotal }
      }
    }
  }
  return null
}
