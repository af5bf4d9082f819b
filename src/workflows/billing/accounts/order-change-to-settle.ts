import type { BillingOptions } from "../../../options"
import type { CreditedLines } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { OrderFacts } from "../../orders/order-facts"

/** An order as it is now, with the change after which its invoices are looked at. */
export interface OrderChangeToSettle {
  options: BillingOptions
  order: OrderFacts
  /** The kind of order change, and Medusa's record of it. */
  cause: string
  sourceId: string
  asOf: CivilDate
  /** The invoice that a credit is meant for. */
  meantFor?: string | undefined
  /** Its lines that are credited: net, by their number. */
  creditedLines?: CreditedLines | undefined
}
