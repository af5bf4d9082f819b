import { itemsInOrder } from "../subscriptions/items/items-in-order"
import { pricedOn, type PendingPrice } from "../price-changes/price-on"
import { billsOf, type PlannedSubscription } from "./planned-renewals"
import type { RenewedLine } from "./recurring-terms"
import { renewalIds, renewalLineId } from "./renewal-ids"
import type { BilledItem } from "./renewal-order"

interface Discounted {
  id: string
  currency_code: string
  part_bills?: number
  items: BilledItem[]
  pending_price?: PendingPrice | null
}

/** A line of an issued renewal's order. */
export interface IssuedLine extends RenewedLine {
  orderId: string
  orderLineId: string
}

/**
 * The items of a subscription with terms from another room, in a billing cycle. Most subscriptions have none. A part of a
 * period that a change has billed, or a renewal that was skipped, is no cycle of a discount's own.
 */
export const renewedLines = (
  { items, currency_code, part_bills = 0 }: Omit<Discounted, "id">,
  cycle: number,
): RenewedLine[] =>
  itemsInOrder(items)
    .filter(({ discounts }) => discounts.length > 0)
    .map((item) => ({
      id: item.id,
      variantId: item.variant_id,
      unitPrice: item.unit_price,
      quantity: item.quantity,
      isTaxInclusive: item.is_tax_inclusive,
      terms: item.discounts,
      cycle: cycle - part_bills,
      currencyCode: currency_code,
    }))

/** The lines of issued renewals, each with its order line. `orders`: of what was issued, by renewal. */
export const issuedLines = (
  planned: readonly PlannedSubscription<Discounted>[],
  orders: ReadonlyMap<string, string>,
): IssuedLine[] =>
  planned.flatMap(({ subscription, decisions }) =>
    billsOf(decisions).flatMap((decision) => {
      const { cycle } = decision
      const orderId = orders.get(renewalIds(subscription.id, cycle).renewal)
      return orderId === undefined
        ? []
        : renewedLines(pricedOn(subscription, decision), cycle).map((line) => ({
            ...line,
            orderId,
            orderLineId: renewalLineId(line.id, cycle),
          }))
    }),
  )
