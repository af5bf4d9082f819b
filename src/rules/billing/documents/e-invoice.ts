import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"

/** VAT categories of EN 16931 (UNCL 5305) that an invoice of ours can bear. */
export const VAT_CATEGORIES = ["S", "Z", "E", "AE"] as const
export type VatCategory = (typeof VAT_CATEGORIES)[number]

/**
 * An invoice as EN 16931 knows it; the comments name the standard's business terms. Where one is read from a file, a
 * term that is not there is an empty text or null, so that the checks can say what is missing.
 */
export interface EInvoice {
  /** BT-24 */
  specification: string
  /** BT-1 */
  number: string
  /** BT-2 */
  issuedOn: CivilDate
  /** BT-3: 380 an invoice, 381 a credit note. */
  typeCode: string
  /** BT-5 */
  currencyCode: string
  /** BT-9 */
  dueOn: CivilDate | null
  /** BT-13 */
  purchaseOrderNumber: string | null
  /** BT-25 */
  precedingNumber: string | null
  /** BT-72 */
  deliveredOn: CivilDate | null
  /** BG-14, both days included. */
  period: EPeriod | null
  seller: EParty
  buyer: EParty
  /** BG-16: where the money goes to. */
  payment: { iban: string; reference: string } | null
  lines: ELine[]
  taxes: ETax[]
  totals: ETotals
}

/** BG-14, BG-26; the last day is part of it. */
export interface EPeriod {
  start: CivilDate
  last: CivilDate
}

/** BG-4, BG-7 */
export interface EParty {
  /** BT-27, BT-44 */
  name: string
  /** BT-31, BT-48 */
  vatNumber: string | null
  email: string | null
  /** BG-5, BG-8; null: there is none. */
  address: EAddress | null
}

export interface EAddress {
  line1: string | null
  line2: string | null
  postCode: string | null
  city: string | null
  subdivision: string | null
  /** BT-40, BT-55: ISO 3166-1, in capitals. */
  countryCode: string
}

/** BG-25 */
export interface ELine {
  /** BT-126 */
  id: string
  /** BT-153 */
  name: string
  /** BT-154 */
  description: string | null
  /** BT-129 */
  quantity: Decimal
  /** BT-130 */
  unitCode: string
  /** BT-146, for so many units as BT-149 says. */
  netPrice: Decimal
  /** BT-149 */
  baseQuantity: Decimal
  /** BG-27 */
  allowances: { amount: Decimal; reason: string }[]
  /** BT-131 */
  netAmount: Decimal
  /** BT-151 */
  category: string
  /** BT-152 */
  rate: Decimal | null
  /** BG-26 */
  period: EPeriod | null
}

/** BG-23 */
export interface ETax {
  /** BT-116 */
  base: Decimal
  /** BT-117 */
  amount: Decimal
  /** BT-118 */
  category: string
  /** BT-119 */
  rate: Decimal | null
  /** BT-120 */
  exemptionReason: string | null
}

/** BG-22 */
export interface ETotals {
  /** BT-106 */
  lines: Decimal
  /** BT-107 */
  allowances: Decimal
  /** BT-108 */
  charges: Decimal
  /** BT-109 */
  withoutTax: Decimal
  /** BT-110 */
  tax: Decimal
  /** BT-112 */
  withTax: Decimal
  /** BT-113 */
  prepaid: Decimal
  /** BT-114 */
  rounding: Decimal
  /** BT-115 */
  payable: Decimal
}
