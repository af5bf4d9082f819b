import type { MedusaContainer } from "@medusajs/framework/types"
import type { Database } from "../../../modules/core"
import type { IssuedLine, RecurringTerms, RenewalDiscount, RenewedLine } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { Decimal } from "../../../rules/money"
import type { OrderFacts } from "../../orders/order-facts"
import { createPort } from "../../ports/create-port"

/** The fields of a placed order that its discounts are found by. */
export type DiscountedOrder = Pick<OrderFacts, "id" | "cartId" | "lines" | "promotionCodes">

/** A recurring discount in HTTP responses. */
export interface ShownDiscount {
  discount_id: string | null
  name: string
  mode: string
  value: Decimal
  per: string
  renewals: string
  renewal_cycles: number | null
  /** Medusa's promotion whose code it is; null: it is no code. */
  promotion_id: string | null
  /** On how many bills it is still given; null: on all. */
  cycles_left: number | null
}

/**
 * The discounts of a subscription's renewals. Billing stores their terms as JSON and does not read it: only the room
 * that implements this port does.
 */
export interface RenewalDiscounts {
  /** The recurring discounts of a placed order (B28), by order line id; lines without any are left out. */
  ofOrder: (container: MedusaContainer, order: DiscountedOrder) => Promise<Map<string, RecurringTerms[]>>
  /** The recurring discounts of both subscriptions when units of one are split off. */
  split: (
    terms: RecurringTerms[],
    units: { keep: number; move: number },
    currencyCode: string,
  ) => { keep: RecurringTerms[]; move: RecurringTerms[] }
  /**
   * The discounts of the lines of one renewal, by line id; never more than a line's price. It has no side effect, so
   * previews use it.
   */
  onRenewal: (lines: RenewedLine[]) => ReadonlyMap<string, RenewalDiscount[]>
  /** A percentage off renewals, up to a cycle, that no sale gave: what a customer took instead of a cancellation. */
  granted: (grant: { name: string; percent: Decimal; untilCycle: number }) => RecurringTerms
  /** Records issued renewals, in the transaction that issues them. A second call changes nothing. */
  issued: (trx: Database, lines: IssuedLine[], issuedOn: CivilDate) => Promise<void>
  /** What goes on where a subscription changes its cycle or its product (B25). */
  kept: (terms: RecurringTerms[], change: { isSameProduct: boolean; isSameInterval: boolean }) => RecurringTerms[]
  /** The terms in HTTP responses. `nextCycle`: the one that is billed next, as discounts count. */
  shown: (terms: RecurringTerms[], nextCycle: number) => ShownDiscount[]
}

export const renewalDiscounts = createPort<RenewalDiscounts>("what comes off a renewal")
