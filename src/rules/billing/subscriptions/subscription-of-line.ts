import type { CivilDate, Interval } from "../../calendar"
import type { Decimal } from "../../money"
import type { RecurringTerms } from "../renewals/recurring-terms"
import type { CollectionMethod } from "../states"
import type { LineTerms } from "../types"
import type { OpenedSubscription } from "./open-subscription"
import type { NewSubscription, WholeItem } from "./split-off"

type JsonObject = Record<string, unknown>

/** The fields of an order line that its subscription needs. */
export interface SubscriptionLine {
  id: string
  title: string
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
  /** The line's own texts and flags, which renewal lines repeat. */
  snapshot: JsonObject
}

/** The fields of a placed order that its subscriptions need. */
export interface SubscriptionOrder {
  id: string
  cartId: string | null
  customerId: string | null
  email: string | null
  regionId: string | null
  salesChannelId: string | null
  currencyCode: string
  locale: string | null
  shippingAddress: JsonObject | null
  billingAddress: JsonObject | null
}

/** An order line of an offer, with its terms. */
export interface SubscriptionService {
  line: SubscriptionLine
  productId: string
  variantId: string
  offerId: string
  cycleId: string
  terms: LineTerms
  /** The discounts that continue on its renewals (B28). */
  discounts: RecurringTerms[]
}

export interface SubscriptionOfLineInput {
  order: SubscriptionOrder
  service: SubscriptionService
  opened: OpenedSubscription
  method: { payment_provider_id: string; payment_method: JsonObject } | null
  collectionMethod: CollectionMethod
  orderedOn: CivilDate
}

/** The id of a line's subscription, derived from the line, so that a line has one only. */
export const subscriptionIdOf = (orderLineId: string): string => `bsub_${suffixOf(orderLineId)}`

const suffixOf = (id: string): string => id.slice(id.indexOf("_") + 1)

/**
 * The subscription of an order line, with its price and terms (B22), as stored columns. Throws RangeError on terms
 * without a subscription.
 */
export function subscriptionOfLine(input: SubscriptionOfLineInput): NewSubscription {
  const { order, service, opened, method, collectionMethod } = input
  const id = subscriptionIdOf(service.line.id)
  const interval = intervalOf(service.terms)
  const endedOn = opened.status === "canceled" ? input.orderedOn : null
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
      anchor_cycle: 0,
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
      dunning_on: null,
      suspend_on: null,
      terminate_on: null,
      suspended_reason: null,
      is_hard_declined: false,
      collection_method: collectionMethod,
      payment_provider_id: method?.payment_provider_id ?? null,
      payment_method: method?.payment_method ?? null,
      shipping_address: order.shippingAddress,
      billing_address: order.billingAddress,
    },
    items: [itemOf(id, service)],
  }
}

const itemOf = (subscriptionId: string, { line, ...service }: SubscriptionService): WholeItem => ({
  id: `bsi_${suffixOf(line.id)}`,
  subscription_id: subscriptionId,
  kind: "product",
  quantity: line.quantity,
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
  ordered: { quantity: line.quantity, unit_price: line.unitPrice, is_tax_inclusive: line.isTaxInclusive },
})

/** Whether a line with these terms has a subscription. */
export const makesSubscription = (terms: LineTerms): boolean =>
  terms.kind === "recurring" || (terms.kind === "free" && terms.duration !== null)

function intervalOf(terms: LineTerms): Interval {
  if (terms.kind === "recurring") {
    return terms.interval
  }
  if (terms.kind === "free" && terms.duration) {
    return terms.duration
  }
  throw new RangeError(`Terms of the kind "${terms.kind}" make no subscription`)
}
