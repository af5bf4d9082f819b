import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { SaleType } from "../status/line-type"

/** The shape of snapshots that are written now. Older ones are read by `readSnapshot` for good. */
export const SNAPSHOT_SCHEMA = 1

export interface SnapshotTax {
  code: string | null
  description: string | null
  /** Percent. */
  rate: Decimal
}

export interface SnapshotDiscount {
  code: string | null
  description: string | null
  promotion_id: string | null
  provider_id: string | null
  amount: Decimal
}

export interface SnapshotLine {
  id: string
  type: SaleType
  product_id: string | null
  variant_id: string | null
  title: string
  subtitle: string | null
  variant_title: string | null
  sku: string | null
  options: Record<string, string> | null
  quantity: Decimal
  unit_price: Decimal
  is_tax_inclusive: boolean
  /** A rental's instants. */
  period: { from: string; to: string } | null
  taxes: SnapshotTax[]
  discounts: SnapshotDiscount[]
}

export interface SnapshotShipping {
  name: string
  amount: Decimal
  is_tax_inclusive: boolean
  taxes: SnapshotTax[]
  discounts: SnapshotDiscount[]
}

/** What a sale says of itself, without a word about people (H6). Keys are those of the stored JSON. */
export interface SaleSnapshot {
  order_id: string
  display_id: number | null
  placed_at: string
  sold_on: CivilDate
  customer_id: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  total: Decimal
  lines: SnapshotLine[]
  shipping: SnapshotShipping[]
  credits: { reference: string | null; reference_id: string | null; amount: Decimal }[]
}

export interface SnapshotAddress {
  first_name: string | null
  last_name: string | null
  company: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  country_code: string | null
  phone: string | null
}

/** What a sale says of people: kept encrypted, what is of each person under the person's key. */
export interface PersonalSnapshot {
  name: string | null
  company: string | null
  vat_number: string | null
  email: string | null
  shipping_address: SnapshotAddress | null
  billing_address: SnapshotAddress | null
}

export const PERSONAL_FIELDS = [
  "name",
  "company",
  "vat_number",
  "email",
  "shipping_address",
  "billing_address",
] as const satisfies readonly (keyof PersonalSnapshot)[]
export type PersonalField = (typeof PERSONAL_FIELDS)[number]
