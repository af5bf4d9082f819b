import { allocate, compare, max, multiply, round, subtract, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "./invoice-facts"
import type { InvoiceLine } from "./invoice-shape"
import type { LineAmounts } from "./line-amounts"

interface LinesToShow {
  facts: readonly InvoiceLineFacts[]
  amounts: readonly LineAmounts[]
  /** Each line's net total, rounded so that the document adds up. */
  totals: readonly Decimal[]
}

/** The lines as the invoice shows them: in each, subtotal − discounts = total, exactly. */
export function invoiceLines({ facts, amounts, totals }: LinesToShow, currency: string): InvoiceLine[] {
  return facts.map((line, index) => ({
    kind: line.kind,
    parent: line.parent ?? null,
    hidden: line.hidden ?? false,
    title: line.title,
    description: line.description,
    period: line.period && { start: line.period.start, end: line.period.end },
    quantity: multiply(String(line.quantity), 1),
    unit_price: padded(line.unitPrice, currency),
    is_tax_inclusive: line.isTaxInclusive,
    ...netFigures(line, { amounts: amounts[index], total: totals[index] ?? "0" }, currency),
    tax_rates: line.taxRates.map(({ code, name, rate }) => ({ code, name, rate: multiply(String(rate), 1) })),
    ...(line.orderLineId === undefined ? {} : { order_line_id: line.orderLineId }),
  }))
}

/** The subtotal is rounded by itself; the discounts are what then lies between it and the total. */
function netFigures(
  line: InvoiceLineFacts,
  { amounts, total }: { amounts: LineAmounts | undefined; total: Decimal },
  currency: string,
): Pick<InvoiceLine, "subtotal" | "discounts" | "total"> {
  if (!amounts || line.discounts.length === 0) {
    return { subtotal: total, discounts: [], total }
  }
  const subtotal = max(round(amounts.subtotal, currency), total)
  const parts = allocate(subtract(subtotal, total), amounts.discounts, currency)
  const discounts = line.discounts.map(({ name }, index) => ({ name, amount: parts[index] ?? "0" }))
  return { subtotal, discounts, total }
}

/** A price with the minor unit's digits, and all of its own where it is finer. */
function padded(price: Decimal, currency: string): Decimal {
  const rounded = round(price, currency)
  return compare(rounded, price) === 0 ? rounded : multiply(price, 1)
}
