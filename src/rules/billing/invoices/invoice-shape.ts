import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { CollectionMethod, InvoiceKind, InvoiceLineKind } from "../states"

/**
 * The complete document of an invoice. It is stored, never changes, and the PDF is made from it (B51, B52). Plain JSON
 * in snake_case; every amount is a decimal string in major units, rounded to the currency's minor unit.
 */
export interface InvoiceDocument {
  number: string
  kind: InvoiceKind
  /** The number of the invoice that a credit note corrects. */
  corrects_number: string | null
  /** BCP 47, the customer's language; null: the store's. */
  locale: string | null
  currency_code: string
  issued_on: CivilDate
  due_on: CivilDate
  payment_terms: {
    /** null: paid with the order. */
    collection_method: CollectionMethod | null
    /** Days from issue to due date. */
    days: number
  }
  /**
   * `total`: the order's own, as Medusa computes it, not rounded. `purchase_order_number`: the customer's own number of it; left out:
   * there is none.
   */
  order: { id: string; display_id: number | null; total: Decimal; purchase_order_number?: string }
  subscription_id: string | null
  seller: InvoiceSeller
  buyer: InvoiceBuyer
  shipping_address: InvoiceAddress | null
  lines: InvoiceLine[]
  /** By rate: the highest rate first. */
  taxes: InvoiceTax[]
  /** What was paid with before, such as a gift card; lowers what is to be paid, not the tax. */
  credits: InvoiceCredit[]
  totals: InvoiceTotals
}

export interface InvoiceAddress {
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

export interface InvoiceSeller {
  name: string
  address: InvoiceAddress
  vat_number: string | null
  email: string | null
}

export interface InvoiceBuyer {
  name: string | null
  company: string | null
  /** The billing address; where there is none, the shipping address. */
  address: InvoiceAddress | null
  vat_number: string | null
  email: string | null
}

export interface InvoiceCredit {
  name: string
  amount: Decimal
  /** It is of the customer's own balance. */
  is_balance?: boolean
}

export interface InvoiceTaxRate {
  code: string | null
  name: string
  /** In percent: "8.1". */
  rate: Decimal
}

export interface InvoiceLine {
  kind: InvoiceLineKind
  /** The number of the line that it belongs to, counted from 1; always an earlier one. null: no parent. */
  parent: number | null
  /** Not printed: its money is in its parent's line (`printedLines`). */
  hidden: boolean
  title: string
  description: string | null
  /** The days that it pays for, half-open; null for what has no period. */
  period: { start: CivilDate; end: CivilDate } | null
  quantity: Decimal
  /** As ordered; with tax in it if `is_tax_inclusive`. Not rounded: a price may be finer than the minor unit. */
  unit_price: Decimal
  is_tax_inclusive: boolean
  /** Net, before discounts. */
  subtotal: Decimal
  /** Net. */
  discounts: { name: string; amount: Decimal }[]
  /** Net, after discounts: subtotal − discounts, exactly. */
  total: Decimal
  tax_rates: InvoiceTaxRate[]
  /** The order's line that it is of; documents of earlier versions have none. */
  order_line_id?: string
  /** On a credit note: the number of the invoice's line that it corrects. */
  corrects_line?: number
}

export interface InvoiceTax extends InvoiceTaxRate {
  /** The sum of the totals of the lines that bear it. */
  base: Decimal
  amount: Decimal
}

/** subtotal − discount + shipping + tax = total; total − credit + rounding = payable; all of it exactly. */
export interface InvoiceTotals {
  /** Net, before discounts, without shipping. */
  subtotal: Decimal
  /** Net, on articles and shipping. */
  discount: Decimal
  /** Net, before discounts. */
  shipping: Decimal
  tax: Decimal
  /** The lines' totals and the taxes. */
  total: Decimal
  credit: Decimal
  /**
   * What is to be paid more, or less below zero: a tax of each rate is rounded by itself, and a provider may know whole steps
   * alone.
   */
  rounding: Decimal
  /** What is to be paid: the order's total, rounded to what the provider takes. */
  payable: Decimal
}
