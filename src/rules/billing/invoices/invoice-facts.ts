import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { CollectionMethod, InvoiceKind, InvoiceLineKind } from "../states"
import type { InvoiceAddress } from "./invoice-shape"

/** An address as an order has it: any field may be missing, and fields that no invoice shows may be there. */
export type AddressFacts = { [Field in keyof InvoiceAddress]?: string | null }

/** A discount as Medusa stores it: an adjustment. `isTaxInclusive`: its amount has tax in it. */
export interface DiscountFacts {
  name: string
  amount: Decimal
  isTaxInclusive: boolean
}

export interface TaxRateFacts {
  code: string | null
  name: string
  /** In percent. */
  rate: Decimal | number
}

/** A line of an order, or a shipping method (quantity 1), with nothing added up. */
export interface InvoiceLineFacts {
  kind: InvoiceLineKind
  /** The number of the line that it belongs to, counted from 1; an earlier one. */
  parent?: number | null
  /** Not printed, but in its parent's line. Left out: it is printed. */
  hidden?: boolean
  title: string
  description: string | null
  period: { start: CivilDate; end: CivilDate } | null
  quantity: Decimal | number
  unitPrice: Decimal
  isTaxInclusive: boolean
  discounts: readonly DiscountFacts[]
  taxRates: readonly TaxRateFacts[]
  /** The order's line that it is of. */
  orderLineId?: string
}

/** The buyer as an invoice names them, from Medusa's customer. */
export interface BuyerFacts {
  name: string | null
  company: string | null
  vatNumber: string | null
  email: string | null
}

/** The input of an invoice, as it was at the moment of issue. Names of address fields are Medusa's own. */
export interface InvoiceFacts {
  number: string
  kind: InvoiceKind
  correctsNumber?: string | null
  locale: string | null
  currencyCode: string
  issuedOn: CivilDate
  dueOn: CivilDate
  collectionMethod: CollectionMethod | null
  order: { id: string; displayId: number | null; purchaseOrderNumber?: string | null }
  subscriptionId: string | null
  /** The plugin's `seller` option as it is. */
  seller: AddressFacts & { name: string; vat_number?: string | null; email?: string | null }
  buyer: Partial<BuyerFacts> & { email: string | null }
  billingAddress: AddressFacts | null
  shippingAddress: AddressFacts | null
  lines: readonly InvoiceLineFacts[]
  credits?: readonly { name: string; amount: Decimal }[]
  /**
   * Medusa's own total of the order, credits taken off. Where it is given, the lines must come to it, or the document
   * is refused; left out, it is computed from the lines by Medusa's formulas.
   */
  orderTotal?: Decimal | null
  /** What the payment provider takes for it; left out or null: the order's total, rounded to the minor unit. */
  payable?: Decimal | null
}
