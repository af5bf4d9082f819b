import {
  BILLING_MODULE,
  billedBefore,
  type BillingModuleService,
  creditedForOthers,
  itemAncestors,
  type ItemAncestor,
  type LockedSubscription,
  readInvoiceHeads,
  readOrderInvoices,
} from "../../../../modules/billing"
import type { Database } from "../../../../modules/core"
import type { MedusaContainer } from "@medusajs/framework/types"
import { paidLine, renewalLineId, type PaidLine } from "../../../../rules/billing"
import { add, type Decimal } from "../../../../rules/money"

/** What was charged last for a subscription, on which invoice, and how that stands. */
export interface PaidInvoice extends PaidLine {
  id: string
  orderId: string
  number: number
  documentNumber: string
  /** What it still asks for, and what was written off of it; below zero: it has received more. */
  open: Decimal
  creditedTotal: Decimal
}

type Item = LockedSubscription["items"][number]

/** The lines of an order that paid for a product and its options. */
interface BilledLines {
  orderId: string
  orderLineId: string
  optionLineIds: string[]
}

/** The line that paid for the billed period: of the last renewal, or of the first order. null: there is none. */
export async function loadPaidLine(
  container: MedusaContainer,
  { row, root, options }: Pick<LockedSubscription, "row"> & { root: Item; options: readonly Item[] },
): Promise<PaidInvoice | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const billed = await billedLines(
    knex,
    row,
    await Promise.all([root, ...options].map(({ id }) => itemAncestors(knex, id))),
  )
  if (!billed) {
    return null
  }
  const { orderId, ...lines } = billed
  const { invoices, creditNotes } = await readOrderInvoices(knex, orderId)
  for (const { id, document, total } of invoices) {
    const notes = creditNotes.filter((note) => note.corrects_invoice_id === id).map((note) => note.document)
    const others = await creditedForOthers(knex, { invoiceId: id, subscriptionId: row.id })
    const units = { ...lines, quantity: root.quantity, creditedForOthers: others }
    const line = paidLine({ document, total, creditNotes: notes }, units)
    const payment = line && (await readInvoiceHeads(knex, [id]))[0]?.payment
    if (line && payment) {
      const { credited_total: creditedTotal } = payment
      const open = add(payment.open_total, payment.written_off_total)
      return { ...line, id, orderId, documentNumber: document.number, open, creditedTotal }
    }
  }
  return null
}

/**
 * Of the last renewal that was billed, on an invoice of its own or with others'; a skipped one was not. Units that were split off
 * since were billed with those that they came from. Before the first renewal, the order that sold it.
 */
async function billedLines(
  knex: Database,
  { next_cycle, order_id }: Pick<LockedSubscription["row"], "next_cycle" | "order_id">,
  [root = [], ...options]: ItemAncestor[][],
): Promise<BilledLines | null> {
  let before = next_cycle
  for (const { id, subscription_id } of root) {
    const { billed, first } = await billedBefore(knex, { subscriptionId: subscription_id, cycle: before })
    if (billed) {
      const { cycle, order_id: orderId } = billed
      const ofOptions = options.flatMap((above) => above.find((one) => one.subscription_id === subscription_id) ?? [])
      return {
        orderId,
        orderLineId: renewalLineId(id, cycle),
        optionLineIds: ofOptions.map((one) => renewalLineId(one.id, cycle)),
      }
    }
    before = first ?? before
  }
  const lineOf = (above: ItemAncestor[]) => above.flatMap((one) => one.order_line_id ?? []).slice(0, 1)
  const [orderLineId] = lineOf(root)
  return order_id === null || orderLineId === undefined
    ? null
    : { orderId: order_id, orderLineId, optionLineIds: options.flatMap(lineOf) }
}
