import { compare, type Decimal } from "../../money"

/** What a sale's own row says: what lists and figures read. */
export interface SaleToCheck {
  order_id: string
  status: string
  is_effective: boolean
  currency_code: string
  sold_on: string
  total: Decimal
  received: Decimal
  refunded: Decimal
}

/** What its chain says. */
export interface SaleInChain {
  status: string | null
  isEffective: boolean
  received: Decimal
  refunded: Decimal
  /** The content of its first snapshot, as it is stored: canonical JSON. */
  sold: string | null
}

const textAt = (content: string, name: string, start: number): string | null =>
  start < 0 ? null : content.slice(start + name.length + 4, content.indexOf('"', start + name.length + 4))

/**
 * Texts of a snapshot's top level, found without reading all of it, as a million are: keys are sorted, lines with options of
 * any name stand between the currency and the order, and a quote within a text is never bare.
 */
const currencyIn = (sold: string): string | null => textAt(sold, "currency_code", sold.indexOf('"currency_code":"'))
const lastIn = (sold: string, name: string): string | null => textAt(sold, name, sold.lastIndexOf(`"${name}":"`))

const isSameAmount = (one: Decimal, other: Decimal): boolean => one === other || compare(one, other) === 0

/** Whether a sale's own row says what its chain says: whose order it is, what was sold, when, and what came of it. */
export function isSaleOfChain(
  sale: SaleToCheck,
  { status, isEffective, received, refunded, sold }: SaleInChain,
): boolean {
  const total = lastIn(sold ?? "", "total")
  return (
    sale.status === status &&
    sale.is_effective === isEffective &&
    isSameAmount(sale.received, received) &&
    isSameAmount(sale.refunded, refunded) &&
    currencyIn(sold ?? "") === sale.currency_code &&
    lastIn(sold ?? "", "order_id") === sale.order_id &&
    lastIn(sold ?? "", "sold_on") === sale.sold_on &&
    total !== null &&
    isSameAmount(total, sale.total)
  )
}
