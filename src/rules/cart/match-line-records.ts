import type { Metadata } from "./cart-line"
import { lineKeyOf } from "./line-key"
import type { LineRecord } from "./line-record"

/** A line of an order, as far as it tells which line of the cart it was. */
export interface OrderLineToMatch {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Metadata | null
}

/**
 * The record of each order line, by order line id; plain goods have none. Cart line ids are lost at completion; the key in
 * the metadata is not. A key is believed where the record is one of the order's own cart and of the same product and
 * variant. A line that lost its key is given the record that is left over for its product and variant, in their order.
 */
export function matchLineRecords<Record extends LineRecord>(
  records: Record[],
  lines: OrderLineToMatch[],
): Map<string, Record> {
  const matched = new Map<string, Record>()
  const left = new Set(records)
  const match = (line: OrderLineToMatch, isIt: (record: Record) => boolean): void => {
    const found = [...left].find((record) => sellsSame(record, line) && isIt(record))
    if (found && !matched.has(line.id)) {
      matched.set(line.id, found)
      left.delete(found)
    }
  }
  for (const line of lines) {
    const key = lineKeyOf(line.metadata)
    if (key !== null) {
      match(line, (record) => record.key === key)
    }
  }
  for (const line of lines.filter(({ id }) => !matched.has(id))) {
    match(line, () => true)
  }
  return matched
}

const sellsSame = (record: LineRecord, line: OrderLineToMatch): boolean =>
  record.productId === line.productId && record.variantId === line.variantId
