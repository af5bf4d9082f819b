import type { Decimal } from "../../rules/money"

type JsonObject = Record<string, unknown>

/** An order of Medusa as it is now, whole: plain data, amounts exact, instants in ISO 8601. */
export interface OrderFacts {
  id: string
  displayId: number | null
  version: number
  /** Medusa's own word: `pending`, `completed`, `draft`, `archived`, `canceled` … */
  status: string
  isDraft: boolean
  /** Also where it was archived since. */
  isCanceled: boolean
  createdAt: string
  updatedAt: string
  canceledAt: string | null
  /** The cart that it was; null for what never was one. */
  cartId: string | null
  customerId: string | null
  customer: OrderCustomerFacts | null
  email: string | null
  locale: string | null
  regionId: string | null
  salesChannelId: string | null
  currencyCode: string
  metadata: JsonObject | null
  shippingAddress: OrderAddressFacts | null
  billingAddress: OrderAddressFacts | null
  /** Codes of its promotions. */
  promotionCodes: string[]
  total: Decimal
  lines: OrderLineFacts[]
  shippingMethods: OrderShippingFacts[]
  creditLines: OrderCreditFacts[]
  paymentCollections: PaymentCollectionFacts[]
  /** The order's payments (above zero) and refunds (below). */
  transactions: OrderTransactionFacts[]
  fulfillments: FulfillmentFacts[]
}

export interface OrderCustomerFacts {
  id: string
  /** Whether the customer can log in; a guest has a customer's row, too. */
  hasAccount: boolean
  groupIds: string[]
}

/** An address without its id, as a row belongs to one order. */
export interface OrderAddressFacts extends JsonObject {
  first_name?: string | null
  last_name?: string | null
  company?: string | null
  address_1?: string | null
  address_2?: string | null
  postal_code?: string | null
  city?: string | null
  province?: string | null
  country_code?: string | null
  phone?: string | null
}

export interface TaxLineFacts {
  code: string | null
  description: string | null
  /** Percent. */
  rate: Decimal
}

export interface AdjustmentFacts {
  id: string
  code: string | null
  promotionId: string | null
  providerId: string | null
  description: string | null
  amount: Decimal
  isTaxInclusive: boolean
}

export interface OrderLineFacts {
  id: string
  productId: string | null
  variantId: string | null
  title: string
  subtitle: string | null
  variantTitle: string | null
  quantity: Decimal
  /** Units of the quantity that went out, those that came back included. */
  fulfilledQuantity: Decimal
  /** Units of the quantity that were shipped, and that have arrived. */
  shippedQuantity: Decimal
  deliveredQuantity: Decimal
  /** Units of the quantity that have come back. */
  returnedQuantity: Decimal
  unitPrice: Decimal
  compareAtUnitPrice: Decimal | null
  isTaxInclusive: boolean
  isDiscountable: boolean
  isCustomPrice: boolean
  /** Those of the order's last version. */
  adjustments: AdjustmentFacts[]
  taxLines: TaxLineFacts[]
  metadata: JsonObject | null
  /** The line's own words and flags, by Medusa's names: what another line of the same goods repeats. */
  snapshot: JsonObject
}

export interface OrderShippingFacts {
  id: string
  name: string
  amount: Decimal
  isTaxInclusive: boolean
  adjustments: AdjustmentFacts[]
  taxLines: TaxLineFacts[]
}

export interface OrderCreditFacts {
  id: string
  reference: string | null
  referenceId: string | null
  amount: Decimal
  /** Whether it was added after the sale. */
  isLater: boolean
}

export interface PaymentCollectionFacts {
  id: string
  status: string
  amount: Decimal
  authorized: Decimal
  captured: Decimal
  refunded: Decimal
  /** When it was last changed: captures and refunds are counted in it once their provider has answered. */
  updatedAt: string
  payments: PaymentFacts[]
}

export interface PaymentFacts {
  id: string
  providerId: string | null
  amount: Decimal
  capturedAt: string | null
  canceledAt: string | null
  captures: CaptureFacts[]
  refunds: RefundFacts[]
}

/** What was captured, and by whom: Medusa's id of a user, where an admin did it. */
export interface CaptureFacts extends MovedAmount {
  userId: string | null
}

/** What was given back, why, and by whom. */
export interface RefundFacts extends CaptureFacts {
  note: string | null
}

export interface MovedAmount {
  id: string
  amount: Decimal
  at: string
}

export interface OrderTransactionFacts extends MovedAmount {
  /** `capture`, `refund` or another's word, and the id of what it was. */
  reference: string | null
  referenceId: string | null
}

export interface FulfillmentFacts {
  id: string
  createdAt: string
  shippedAt: string | null
  deliveredAt: string | null
  canceledAt: string | null
  /** Medusa's ids of the admins who have fulfilled and shipped it, where they did. */
  createdBy: string | null
  shippedBy: string | null
}
