import { compare, multiply, quotient, sum, type Decimal } from "../../money"
import type { InvoiceLine } from "./invoice-shape"

/** A line as it is printed. */
export interface PrintedLine extends Omit<InvoiceLine, "hidden" | "unit_price"> {
  /** Its number in the document, counted from 1: what `parent` refers to. */
  number: number
  /** null: it has hidden lines in it, and what they come to together is no exact price of one unit. */
  unit_price: Decimal | null
}

/** What Medusa's admin calls the variant of a product without variants: it says nothing to a customer. */
const UNNAMED_VARIANT = "Default variant"

/** A line that is printed, with the hidden ones whose money is in it. */
export interface HeldLines {
  number: number
  line: Omit<InvoiceLine, "hidden">
  inside: InvoiceLine[]
}

/**
 * The lines of a document that are printed. A hidden one is not: its money is in the line of its nearest parent that is.
 * In each, subtotal − discounts = total; all of them add up to what all lines of the document add up to.
 */
export function printedLines(lines: readonly InvoiceLine[]): PrintedLine[] {
  return heldLines(lines).map(({ number, line, inside }) => {
    const printed = { ...line, number, description: line.description === UNNAMED_VARIANT ? null : line.description }
    return inside.length ? withHidden(printed, inside) : printed
  })
}

/** The printed lines and what each holds, for documents that show the parts of a line by their tax. */
export function heldLines(lines: readonly InvoiceLine[]): HeldLines[] {
  const inside = new Map<number, InvoiceLine[]>()
  lines.forEach((line, index) => {
    const holder = holderOf(index, lines)
    if (holder !== index) {
      inside.set(holder, [...(inside.get(holder) ?? []), line])
    }
  })
  return lines.flatMap(({ hidden, ...line }, index) =>
    hidden ? [] : [{ number: index + 1, line, inside: inside.get(index) ?? [] }],
  )
}

/** The line that holds a line's money: itself, or the nearest printed one above it. Parents are always earlier lines. */
function holderOf(index: number, lines: readonly InvoiceLine[]): number {
  const line = lines[index]
  return line?.hidden && line.parent !== null ? holderOf(line.parent - 1, lines) : index
}

function withHidden(line: PrintedLine, inside: readonly InvoiceLine[]): PrintedLine {
  const all = [line, ...inside]
  return {
    ...line,
    unit_price: unitPriceOf(line, inside),
    subtotal: sum(all.map(({ subtotal }) => subtotal)),
    discounts: byName(all.flatMap(({ discounts }) => discounts)),
    total: sum(all.map(({ total }) => total)),
    tax_rates: distinct(all.flatMap(({ tax_rates }) => tax_rates)),
  }
}

function unitPriceOf({ quantity, unit_price, is_tax_inclusive }: PrintedLine, inside: readonly InvoiceLine[]) {
  if (unit_price === null || inside.some((line) => line.is_tax_inclusive !== is_tax_inclusive)) {
    return null
  }
  const price = sum([multiply(unit_price, quantity), ...inside.map((line) => multiply(line.unit_price, line.quantity))])
  const each = quotient(price, quantity)
  return compare(multiply(each, quantity), price) === 0 ? each : null
}

/** Those of one name are one. */
function byName(discounts: InvoiceLine["discounts"]): InvoiceLine["discounts"] {
  const names = [...new Set(discounts.map(({ name }) => name))]
  return names.map((name) => ({
    name,
    amount: sum(discounts.filter((one) => one.name === name).map(({ amount }) => amount)),
  }))
}

function distinct(rates: InvoiceLine["tax_rates"]): InvoiceLine["tax_rates"] {
  return [...new Map(rates.map((rate) => [JSON.stringify([rate.code, rate.name, rate.rate]), rate])).values()]
}
