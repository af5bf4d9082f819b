import type { BigNumberInput } from "@medusajs/framework/types"

export type JsonObject = Record<string, unknown>
/** Medusa gives amounts as BigNumber objects, plain numbers or nothing. */
export type Amount = BigNumberInput | null | undefined
export type Instant = Date | string
export type Maybe<T> = T | null | undefined

export interface TaxedRecord {
  id: string
  is_tax_inclusive?: boolean
  tax_lines?: Maybe<{ code?: Maybe<string>; description?: Maybe<string>; rate: Amount }[]>
  adjustments?: Maybe<AdjustmentRecord[]>
}

export interface AdjustmentRecord {
  id: string
  code?: Maybe<string>
  promotion_id?: Maybe<string>
  provider_id?: Maybe<string>
  description?: Maybe<string>
  amount: Amount
  raw_amount?: Amount
  is_tax_inclusive?: boolean
}

export type LineRecord = TaxedRecord &
  JsonObject & {
    product_id?: Maybe<string>
    variant_id?: Maybe<string>
    title: string
    subtitle?: Maybe<string>
    variant_title?: Maybe<string>
    quantity: Amount
    detail?: Maybe<{
      fulfilled_quantity?: Amount
      shipped_quantity?: Amount
      delivered_quantity?: Amount
      return_received_quantity?: Amount
      return_dismissed_quantity?: Amount
    }>
    unit_price: Amount
    raw_unit_price?: Amount
    compare_at_unit_price?: Amount
    is_discountable?: boolean
    is_custom_price?: boolean
    metadata?: Maybe<JsonObject>
  }

export interface CreditRecord {
  id: string
  reference?: Maybe<string>
  reference_id?: Maybe<string>
  amount: Amount
  metadata?: Maybe<JsonObject>
}

export type ShippingRecord = TaxedRecord & { name: string; amount: Amount }

export interface MovedRecord {
  id: string
  amount: Amount
  raw_amount?: Amount
  created_at: Instant
}

export interface PaymentRecord {
  id: string
  provider_id?: Maybe<string>
  amount: Amount
  captured_at?: Maybe<Instant>
  canceled_at?: Maybe<Instant>
  captures?: Maybe<(MovedRecord & { created_by?: Maybe<string> })[]>
  refunds?: Maybe<(MovedRecord & { note?: Maybe<string>; created_by?: Maybe<string> })[]>
}

export interface CollectionRecord {
  id: string
  status: string
  amount: Amount
  authorized_amount: Amount
  captured_amount: Amount
  refunded_amount: Amount
  updated_at: Instant
  payments?: Maybe<PaymentRecord[]>
}

export interface FulfillmentRecord {
  id: string
  created_at: Instant
  shipped_at?: Maybe<Instant>
  delivered_at?: Maybe<Instant>
  canceled_at?: Maybe<Instant>
  created_by?: Maybe<string>
  marked_shipped_by?: Maybe<string>
}

/** An order as Medusa's query gives it. */
export interface OrderRecord {
  id: string
  display_id?: Maybe<number>
  version: number
  status: string
  is_draft_order: boolean
  created_at: Instant
  updated_at: Instant
  canceled_at?: Maybe<Instant>
  cart?: Maybe<{ id: string }>
  customer_id: string | null
  customer?: Maybe<{ id: string; has_account?: boolean; groups?: Maybe<{ id: string }[]> }>
  email: string | null
  locale?: Maybe<string>
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  metadata?: Maybe<JsonObject>
  shipping_address?: Maybe<JsonObject>
  billing_address?: Maybe<JsonObject>
  promotions?: Maybe<Maybe<{ code?: Maybe<string> }>[]>
  total: Amount
  items?: Maybe<LineRecord[]>
  shipping_methods?: Maybe<ShippingRecord[]>
  credit_lines?: Maybe<CreditRecord[]>
  payment_collections?: Maybe<Maybe<CollectionRecord>[]>
  transactions?: Maybe<(MovedRecord & { reference?: Maybe<string>; reference_id?: Maybe<string> })[]>
  fulfillments?: Maybe<Maybe<FulfillmentRecord>[]>
}
