import { isPositive, negate, round, subtract, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "../invoices/invoice-facts"
import { lineAmounts } from "../invoices/line-amounts"
import { remainingNets, type CreditedInvoice } from "./credited-lines"

/** What the lines of an invoice have become cheaper by, or dearer, net, by their number. */
export interface ChangedLines {
  cheaper: Map<number, Decimal>
  dearer: Map<number, Decimal>
}

/**
 * The lines of an invoice beside the lines of its order as they are now. A line that the order does not have any more is
 * cheaper by all of it. Lines that name no line of the order have not changed.
 */
export function changedLines(invoice: CreditedInvoice, now: readonly InvoiceLineFacts[]): ChangedLines {
  const current = new Map(now.map((line) => [line.orderLineId, line]))
  const changed: ChangedLines = { cheaper: new Map(), dearer: new Map() }
  remainingNets(invoice).forEach((net, index) => {
    const id = invoice.document.lines[index]?.order_line_id
    if (id === undefined) {
      return
    }
    const line = current.get(id)
    const price = line ? round(lineAmounts(line).net, invoice.document.currency_code) : "0"
    const difference = subtract(net, price)
    if (isPositive(difference)) {
      changed.cheaper.set(index + 1, difference)
    } else if (isPositive(negate(difference))) {
      changed.dearer.set(index + 1, negate(difference))
    }
  })
  return changed
}
