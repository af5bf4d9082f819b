import type { Metadata } from "./cart-line"
import { lineKeyOf } from "./line-key"
import type { LineRecord } from "./line-record"

/** The fields of an order line that match it to its cart line. */
export interface OrderLineToMatch {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Metadata | null
}

/**
 * The record of each order line, by order line id; plain goods have none. Cart line ids are lost at completion; the key
 * in the metadata is not. A key counts only if its record is of the order's own cart, product and variant. A line
 * without a key gets the next unmatched record of its product and variant.
 */
export function matchLineRecords<Record extends LineRecord>(
  records: Record[],
  lines: OrderLineToMatch[],
): Map<string, Record> {
  const matched = new Map<string, Record>()
  const left = new Set(records)
  const match = (line: OrderLineToMatch, isIt: (record: Record) => boolean): void => {
    const found = [...left].find((record) => isSameVariant(record, line) && isIt(record))
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

const isSameVariant = (record: LineRecord, line: OrderLineToMatch): boolean =>
  record.productId === line.productId && record.variantId === line.variantId
