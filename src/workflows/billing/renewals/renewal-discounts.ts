import type { MedusaContainer } from "@medusajs/framework/types"
import type { Database } from "../../../modules/core"
import type { IssuedLine, RecurringTerms, RenewalDiscount, RenewedLine } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { Decimal } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"
import { createPort } from "../../ports/create-port"

/** An order that has been sold, as far as what was taken off its lines is concerned. */
export type DiscountedOrder = Pick<OrderFacts, "id" | "cartId" | "lines">

/** A discount that goes on, as it reads over HTTP. */
export interface ShownDiscount {
  discount_id: string | null
  name: string
  mode: string
  value: Decimal
  per: string
  renewals: string
  renewal_cycles: number | null
}

/**
 * What comes off a subscription's renewals. Billing asks and stores; how a discount is made up, it does not know: the
 * terms of one are the answering room's own JSON.
 */
export interface RenewalDiscounts {
  /** What the subscriptions of a sold order go on with (B28), by order line id; lines without any are left out. */
  ofOrder: (container: MedusaContainer, order: DiscountedOrder) => Promise<Map<string, RecurringTerms[]>>
  /** What two subscriptions go on with when units of one are made into the other. */
  split: (
    terms: RecurringTerms[],
    units: { keep: number; move: number },
    currencyCode: string,
  ) => { keep: RecurringTerms[]; move: RecurringTerms[] }
  /** What comes off a line in a billing cycle; never more than its price. Without effect: it previews, too. */
  onRenewal: (line: RenewedLine) => RenewalDiscount[]
  /** Hears of the renewals that were issued, in the transaction that issues them. Hearing it twice changes nothing. */
  issued: (trx: Database, lines: IssuedLine[], issuedOn: CivilDate) => Promise<void>
  /** How the terms read over HTTP. */
  shown: (terms: RecurringTerms[]) => ShownDiscount[]
}

export const renewalDiscounts = createPort<RenewalDiscounts>("what comes off a renewal")
