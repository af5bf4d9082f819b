import type { Decimal } from "../../../../rules/money"
import type { SalePaymentStatus, SaleStatus, SaleType } from "../../../../rules/sales"

/** A sale's columns, as they are stored. */
export interface SaleRow {
  id: string
  order_id: string
  display_id: number | null
  customer_id: string | null
  person_ids: string[]
  status: SaleStatus
  payment_status: SalePaymentStatus
  is_effective: boolean
  types: SaleType[]
  currency_code: string
  total: Decimal
  received: Decimal
  refunded: Decimal
  sold_on: string
  sold_at: Date
  next_on: string | null
  search_text: string
  search_prefixes: string[]
}

export const SALE_COLUMNS = [
  "id",
  "order_id",
  "display_id",
  "customer_id",
  "person_ids",
  "status",
  "payment_status",
  "is_effective",
  "types",
  "currency_code",
  "total",
  "received",
  "refunded",
  "sold_on",
  "sold_at",
  "next_on",
  "search_text",
  "search_prefixes",
] as const satisfies readonly (keyof SaleRow)[]
