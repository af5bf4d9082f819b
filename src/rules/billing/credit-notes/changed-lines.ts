import { compare, isPositive, isZero, min, minorUnit, negate, round, subtract, sum, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "../invoices/invoice-facts"
import { lineAmounts } from "../invoices/line-amounts"
import { remainingNets, type CreditedInvoice } from "./credited-lines"

/** What the lines of an invoice have become cheaper by, or dearer, net, by their number. */
export interface ChangedLines {
  cheaper: Map<number, Decimal>
  dearer: Map<number, Decimal>
}

/** An invoice of an order, with the credit notes that count. `isFurther`: of what lines of earlier ones have become dearer by. */
export interface InvoiceOfLines {
  credited: CreditedInvoice
  isFurther: boolean
}

/** A line of an order on one of its invoices. */
interface Place {
  /** Of the invoice. */
  index: number
  isFurther: boolean
  number: number
  left: Decimal
}

/**
 * The lines of an order's invoices, in their order, beside the lines of the order as they are now. All that was invoiced of a
 * line counts together: what it is cheaper by is taken from the latest further invoice first, what it is dearer by is of the
 * invoice that it was on first. A line that the order does not have any more is cheaper by all of it. Lines that name no line of
 * the order have not changed. A minor unit is rounding where others have changed by more.
 */
export function changedLines(invoices: readonly InvoiceOfLines[], now: readonly InvoiceLineFacts[]): ChangedLines[] {
  const current = new Map(now.map((line) => [line.orderLineId, line]))
  const changed = invoices.map((): ChangedLines => ({ cheaper: new Map(), dearer: new Map() }))
  const currency = invoices[0]?.credited.document.currency_code ?? ""
  const differences = [...placesOf(invoices)].flatMap(([id, places]) => {
    const line = current.get(id)
    const price = line ? round(lineAmounts(line).net, currency) : "0"
    const by = subtract(sum(places.map(({ left }) => left)), price)
    return isZero(by) ? [] : [{ places, by }]
  })
  for (const { places, by } of withoutRoundings(differences, currency)) {
    if (isPositive(by)) {
      takeCheaper(changed, places, by)
    } else {
      const first = places.find(({ isFurther }) => !isFurther) ?? places[0]
      changed[first?.index ?? 0]?.dearer.set(first?.number ?? 0, negate(by))
    }
  }
  return changed
}

function placesOf(invoices: readonly InvoiceOfLines[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  invoices.forEach(({ credited, isFurther }, index) =>
    remainingNets(credited).forEach((left, line) => {
      const id = credited.document.lines[line]?.order_line_id
      if (id !== undefined) {
        places.set(id, [...(places.get(id) ?? []), { index, isFurther, number: line + 1, left }])
      }
    }),
  )
  return places
}

function withoutRoundings<One extends { by: Decimal }>(differences: readonly One[], currency: string): readonly One[] {
  const isMore = ({ by }: One): boolean => compare(isPositive(by) ? by : negate(by), minorUnit(currency)) > 0
  const more = differences.filter(isMore)
  return more.length ? more : differences
}

function takeCheaper(changed: readonly ChangedLines[], places: readonly Place[], by: Decimal): void {
  let rest = by
  const further = places.filter(({ isFurther }) => isFurther).reverse()
  for (const { index, number, left } of [...further, ...places.filter(({ isFurther }) => !isFurther)]) {
    const taken = min(rest, left)
    if (isPositive(taken)) {
      changed[index]?.cheaper.set(number, taken)
      rest = subtract(rest, taken)
    }
  }
}
