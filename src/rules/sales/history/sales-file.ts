import type { Decimal } from "../../money"
import { csvHead, csvRows } from "../../text"

/** A row of the sales' file: a sale with what counts on its day, or money that counts on another. */
export interface SalesFileRow {
  day: string
  kind: "sale" | "later_payment" | "refund"
  order_number: number | null
  sale_id: string
  order_id: string
  customer_id: string | null
  status: string
  payment_status: string
  types: string
  currency_code: string
  total: Decimal
  /** What it adds to the figures: all of them together are the totals that the list shows. */
  counted: Decimal
}

const COLUMNS = [
  "day",
  "kind",
  "order_number",
  "sale_id",
  "order_id",
  "customer_id",
  "status",
  "payment_status",
  "types",
  "currency_code",
  "total",
  "counted",
] as const satisfies readonly (keyof SalesFileRow)[]

export const salesFileHead = (): string => csvHead(COLUMNS)
export const salesFileRows = (rows: readonly SalesFileRow[]): string => csvRows(COLUMNS, rows)
