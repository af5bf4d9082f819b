import { addInterval, type CivilDate, type Interval } from "../../calendar"
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
  /** Of a package: how it was sold, and the lines of its contents (B27). */
  pack: { recordId: string; isListed: boolean; contents: SubscriptionContent[] } | null
}

/** An order line that is in a package. */
export interface SubscriptionContent {
  line: SubscriptionLine
  productId: string
  variantId: string
  recordId: string
  isHidden: boolean
  position: number
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
      anchor_cycle: opened.anchorCycle,
      part_from: opened.partFrom,
      next_cycle: opened.nextCycle,
      period_start: opened.periodStart,
      period_end: opened.periodEnd,
      next_due_on: opened.nextDueOn,
      trial_end_on: opened.trialEndOn,
      expires_on: opened.expiresOn,
      end_cycle: opened.endCycle,
      ...agreedTerms(service.terms, input.orderedOn),
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
    items: itemsOf(id, service),
  }
}

function itemsOf(subscriptionId: string, { line, pack, ...service }: SubscriptionService): WholeItem[] {
  const root: WholeItem = {
    ...ofLine(line),
    subscription_id: subscriptionId,
    kind: pack ? "package" : "product",
    parent_id: null,
    is_hidden: false,
    is_listed: pack?.isListed ?? true,
    position: 0,
    line_record_id: pack?.recordId ?? null,
    offer_id: service.offerId,
    cycle_id: service.cycleId,
    product_id: service.productId,
    variant_id: service.variantId,
    discounts: service.discounts,
  }
  return [root, ...(pack?.contents ?? []).map((content) => contentItem(root, content))]
}

/** The item of a line that is in a package: it renews with the package, under the terms of its offer (B27). */
export const contentItem = (root: WholeItem, content: SubscriptionContent): WholeItem => ({
  ...ofLine(content.line),
  subscription_id: root.subscription_id,
  kind: "content",
  parent_id: root.id,
  is_hidden: content.isHidden,
  is_listed: true,
  position: content.position,
  line_record_id: content.recordId,
  offer_id: root.offer_id,
  cycle_id: root.cycle_id,
  product_id: content.productId,
  variant_id: content.variantId,
  discounts: content.discounts,
})

const ofLine = (line: SubscriptionLine) => ({
  id: `bsi_${suffixOf(line.id)}`,
  quantity: line.quantity,
  title: line.title,
  unit_price: line.unitPrice,
  is_tax_inclusive: line.isTaxInclusive,
  snapshot: line.snapshot,
  order_line_id: line.id,
  split_from_id: null,
  ordered: { quantity: line.quantity, unit_price: line.unitPrice, is_tax_inclusive: line.isTaxInclusive },
})

/** Whether a line with these terms has a subscription. */
export const makesSubscription = (terms: LineTerms): boolean =>
  terms.kind === "recurring" || (terms.kind === "free" && terms.duration !== null)

/** On which day it is billed (B5a), and from when on a cancellation may take effect (B23). */
function agreedTerms(terms: LineTerms, orderedOn: CivilDate) {
  const { billingDay, minimumTerm, notice } = terms.kind === "recurring" ? terms : {}
  return {
    billing_day: billingDay?.day ?? null,
    billing_month: billingDay?.month ?? null,
    minimum_term_on: minimumTerm ? addInterval(orderedOn, minimumTerm) : null,
    notice_unit: notice?.unit ?? null,
    notice_count: notice?.count ?? null,
  }
}

function intervalOf(terms: LineTerms): Interval {
  if (terms.kind === "recurring") {
    return terms.interval
  }
  if (terms.kind === "free" && terms.duration) {
    return terms.duration
  }
  throw new RangeError(`Terms of the kind "${terms.kind}" make no subscription`)
}
