import type { Decimal } from "../../money"
import type { OrderDiscountBase } from "../states"
import type { GrantedDiscount } from "../types"
import type { RecurringDiscount } from "./recurring-discount"

export interface RenewalLine {
  id: string
  unitPrice: Decimal
  quantity: number
  /** The discounts of the first order, as they were then. */
  granted: readonly (GrantedDiscount & Partial<Pick<RecurringDiscount, "cappedAt" | "base">>)[]
  /** Lines with the same key are one article; lines of an article at one price are rounded as one. */
  articleKey: string
}

export interface RenewalEvaluation {
  /** All lines of one renewal, in the order in which they were sold. */
  lines: readonly RenewalLine[]
  /** The billing cycle; 0 is the first order's own. */
  cycle: number
  currencyCode: string
  /** Of discounts that do not say their own. */
  orderDiscountBase: OrderDiscountBase
}

/** The lines of one article at one price, with the discounts that are given in the cycle. */
export interface RenewedArticle {
  lines: readonly RenewalLine[]
  given: RenewalLine["granted"]
  price: Decimal
  units: number
}
