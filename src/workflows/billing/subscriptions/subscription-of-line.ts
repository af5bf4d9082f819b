import { MedusaError } from "@medusajs/framework/utils"
import type { NewSubscription } from "../../../modules/billing"
import type { CollectionMethod, LineTerms, OpenedSubscription } from "../../../rules/billing"
import type { CivilDate, Interval } from "../../../rules/calendar"
import type { RememberedPayment } from "../payment-methods/remember-method"
import type { OrderFacts } from "../../orders/order-facts"
import type { SoldService } from "./sold-services"

export interface SubscriptionOfLineInput {
  order: OrderFacts
  service: SoldService
  opened: OpenedSubscription
  method: RememberedPayment | null
  collectionMethod: CollectionMethod
  soldOn: CivilDate
}

/** The id of a line's subscription, from the line alone: a second one of the same line is refused. */
export const subscriptionIdOf = (orderLineId: string): string => `bsub_${suffixOf(orderLineId)}`

const suffixOf = (id: string): string => id.slice(id.indexOf("_") + 1)

/** The subscription that an order line makes, with the price and terms that it was sold with (B22). */
export function subscriptionOfLine(input: SubscriptionOfLineInput): NewSubscription {
  const { order, service, opened, method, collectionMethod } = input
  const { line } = service
  const id = subscriptionIdOf(line.id)
  const interval = intervalOf(service.terms)
  const endedOn = opened.status === "canceled" ? input.soldOn : null
  return {
    row: {
      id,
      status: opened.status,
      payment_type: service.terms.kind,
      customer_id: order.customerId,
      email: order.email,
      order_id: order.id,
      cart_id: order.cartId,
      region_id: order.regionId,
      sales_channel_id: order.salesChannelId,
      currency_code: order.currencyCode,
      locale: order.locale,
      interval_unit: interval.unit,
      interval_count: interval.count,
      anchor_on: opened.anchorOn,
      next_cycle: opened.nextCycle,
      period_start: opened.periodStart,
      period_end: opened.periodEnd,
      next_due_on: opened.nextDueOn,
      trial_end_on: opened.trialEndOn,
      expires_on: opened.expiresOn,
      cancel_on: null,
      cancel_reason: null,
      canceled_on: endedOn,
      ended_on: endedOn,
      collection_method: collectionMethod,
      payment_provider_id: method?.payment_provider_id ?? null,
      payment_method: method?.payment_method ?? null,
      shipping_address: order.shippingAddress,
      billing_address: order.billingAddress,
    },
    items: [
      {
        id: `bsi_${suffixOf(line.id)}`,
        subscription_id: id,
        kind: "product",
        quantity: Number(line.quantity),
        offer_id: service.offerId,
        cycle_id: service.cycleId,
        product_id: service.productId,
        variant_id: service.variantId,
        title: line.title,
        unit_price: line.unitPrice,
        is_tax_inclusive: line.isTaxInclusive,
        snapshot: line.snapshot,
        discounts: service.discounts,
        order_line_id: line.id,
        split_from_id: null,
      },
    ],
  }
}

/**
 * How renewals are collected. Without a saved method of a customer with an account nothing can be charged: an invoice is
 * sent (B14, B30). A first payment that is still open may save its method yet. `standard` is the store's setting, for an
 * offer that has none of its own.
 */
export function collectionMethodOf(
  wanted: CollectionMethod | null,
  sale: { canCharge: boolean; standard: CollectionMethod },
): CollectionMethod {
  return sale.canCharge ? (wanted ?? sale.standard) : "send_invoice"
}

function intervalOf(terms: LineTerms): Interval {
  if (terms.kind === "recurring") {
    return terms.interval
  }
  if (terms.kind === "free" && terms.duration) {
    return terms.duration
  }
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Terms of the kind "${terms.kind}" make no subscription`)
}
