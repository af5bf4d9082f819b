import type { InvoiceLineKind } from "../states"
import type { InvoiceFacts, InvoiceLineFacts } from "./invoice-facts"

const HAVE_PARENTS: readonly InvoiceLineKind[] = ["setup_fee", "content", "option"]
const NEED_PARENTS: readonly InvoiceLineKind[] = ["content", "option"]

/**
 * Refuses what cannot be printed: a parent that is no earlier line, a content without a parent, a hidden line without a
 * printed line to hold its amount. Throws RangeError that names order and line.
 */
export function checkLineParents({ lines, order }: Pick<InvoiceFacts, "lines" | "order">): void {
  lines.forEach((line, index) => {
    const reason = problemOf(line, index, lines)
    if (reason) {
      throw new RangeError(`Line ${index + 1} of the invoice of order ${order.id} ${reason}`)
    }
  })
}

function problemOf(
  { kind, parent, hidden }: InvoiceLineFacts,
  index: number,
  lines: readonly InvoiceLineFacts[],
): string | null {
  const has = parent !== null && parent !== undefined
  if (has && !(Number.isInteger(parent) && parent >= 1 && parent <= index)) {
    return `has ${parent} for a parent, which is no earlier line`
  }
  if (has && lines[parent - 1]?.kind === "shipping") {
    return `has ${parent} for a parent, which is shipping`
  }
  if (has && !HAVE_PARENTS.includes(kind)) {
    return `is of the kind "${kind}", which has no parent`
  }
  if (!has && NEED_PARENTS.includes(kind)) {
    return `is of the kind "${kind}" and has no parent`
  }
  return hidden && !NEED_PARENTS.includes(kind) ? `is of the kind "${kind}", which is never hidden` : null
}
