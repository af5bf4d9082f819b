/**
 * Every event of the billing room: when it is emitted, and its data besides `event_id`, which identifies a repeated
 * one. docs/reference/events.md is made from this list.
 */
export const BILLING_EVENTS = {
  "billing.subscription.created": {
    when: "A subscription was created by an order or a split; it may still wait for its payment.",
    data: ["id", "order_id", "status"],
  },
  "billing.subscription.imported": {
    when: "A subscription was moved in from another system: it runs, and no order made it.",
    data: ["id", "status", "import_id"],
  },
  "billing.subscription.activated": {
    when: "A subscription has started: sufficiently paid, or in its trial.",
    data: ["id", "order_id", "status"],
  },
  "billing.subscription.cancel_scheduled": {
    when: "A cancellation was scheduled for a later date.",
    data: ["id", "order_id", "on", "reason"],
  },
  "billing.subscription.cancel_undone": {
    when: "A scheduled cancellation was undone.",
    data: ["id", "order_id"],
  },
  "billing.subscription.canceled": {
    when: "A subscription has ended by a cancellation.",
    data: ["id", "order_id", "on"],
  },
  "billing.subscription.expired": {
    when: "A free subscription has come to the end of its duration, or another to that of the last of its cycles.",
    data: ["id", "order_id", "on"],
  },
  "billing.subscription.past_due": {
    when: "A charge failed; the subscription owes.",
    data: ["id", "order_id"],
  },
  "billing.subscription.recovered": {
    when: "A past-due subscription has paid all that was overdue.",
    data: ["id", "order_id"],
  },
  "billing.subscription.suspended": {
    when: "A subscription was suspended: for being `overdue`, after the `last_try`, or by hand, with the admin's reason.",
    data: ["id", "order_id", "reason"],
  },
  "billing.subscription.resumed": {
    when: "A suspended subscription runs again: what was overdue is settled, or an admin has resumed it; or a pause is over.",
    data: ["id", "order_id", "reason"],
  },
  "billing.subscription.terminated": {
    when: "A subscription has ended because it was overdue for too long, or its last charge was declined.",
    data: ["id", "order_id", "reason"],
  },
  "billing.subscription.payment_method_changed": {
    when: "A subscription has another payment method; what it owes is charged with it at once.",
    data: ["id", "order_id", "payment_provider_id"],
  },
  "billing.subscription.split": {
    when: "Units of a subscription were split off into a new one.",
    data: ["id", "order_id"],
  },
  "billing.subscription.price_migrated": {
    when: "A subscription has another price from `from_cycle_on` on: at once by an admin, or as it was announced or agreed.",
    data: ["id", "order_id", "item_id", "from", "to", "from_cycle_on"],
  },
  "billing.subscription.price_change_announced": {
    when: "A new price will hold from `from_cycle_on` on; its customer is told before.",
    data: ["id", "order_id", "price_change_id", "from", "to", "from_cycle_on"],
  },
  "billing.subscription.price_change_asked": {
    when: "The customer is asked for consent to a new price, until `answer_until`.",
    data: ["id", "order_id", "price_change_id", "from", "to", "from_cycle_on", "answer_until", "without_consent"],
  },
  "billing.subscription.price_change_accepted": {
    when: "The customer has consented to the new price, which holds from `from_cycle_on` on.",
    data: ["id", "order_id", "price_change_id", "from_cycle_on"],
  },
  "billing.subscription.price_change_refused": {
    when: "The customer has refused the new price; `without_consent` says whether the price stays or the subscription ends.",
    data: ["id", "order_id", "price_change_id", "without_consent"],
  },
  "billing.subscription.price_change_unanswered": {
    when: "The customer has not answered in time; `without_consent` says whether the price stays or the subscription ends.",
    data: ["id", "order_id", "price_change_id", "without_consent"],
  },
  "billing.subscription.price_change_withdrawn": {
    when: "An announced new price will not hold: it was taken back, or what it would change is not so any more.",
    data: ["id", "order_id", "price_change_id", "reason"],
  },
  "billing.subscription.paused": {
    when: "A subscription was paused, until a date or until it is resumed; `unused_days` are given back then.",
    data: ["id", "order_id", "on", "until", "unused_days", "reason"],
  },
  "billing.subscription.renewed_early": {
    when: "The next cycle of a subscription is billed before it starts; the renewal's own events follow.",
    data: ["id", "order_id", "cycle", "on"],
  },
  "billing.subscription.renewal_skipped": {
    when: "An admin has skipped the next renewal: that cycle is never billed.",
    data: ["id", "order_id", "cycle", "on", "reason"],
  },
  "billing.subscription.retained": {
    when: "Instead of a cancellation, its customer took the discount that the store offers for some cycles; a pause is `paused`.",
    data: ["id", "order_id", "percent", "cycles", "from_on"],
  },
  "billing.subscription.addresses_changed": {
    when: "A subscription has another shipping or billing address, which its next renewal uses.",
    data: ["id", "order_id", "changed"],
  },
  "billing.subscription.changed": {
    when: "A subscription is for another product, cycle or quantity from `on` on; `kind` says how it is billed.",
    data: ["id", "order_id", "change_id", "kind", "on", "from", "to"],
  },
  "billing.subscription.change_scheduled": {
    when: "A change of product, cycle or quantity was scheduled for the period's end.",
    data: ["id", "order_id", "change_id", "on", "from", "to"],
  },
  "billing.subscription.change_withdrawn": {
    when: "A scheduled change will not take place: it was taken back, replaced, or what it would change is not so any more.",
    data: ["id", "order_id", "change_id", "on", "reason"],
  },
  "billing.subscription.quantity_changed": {
    when: "A subscription has other units, as the line of its order has.",
    data: ["id", "order_id", "item_id", "from", "to"],
  },
  "billing.subscription.price_changed": {
    when: "A subscription has another price, as the line of its order has.",
    data: ["id", "order_id", "item_id", "from", "to"],
  },
  "billing.subscription.transferred": {
    when: "A subscription has followed its order to another customer; its payment method has not.",
    data: ["id", "order_id", "from_customer_id", "to_customer_id"],
  },
  "billing.renewal.issued": {
    when: "A cycle has its order and its invoice.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "total", "currency_code"],
  },
  "billing.renewal.paid": {
    when: "A renewal is paid: charged, paid from outside, or nothing was due.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "total", "currency_code"],
  },
  "billing.renewal.failed": {
    when: "A renewal's charge was declined, or waits for the customer; `reason` is the provider's code.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "total", "currency_code", "reason"],
  },
  "billing.renewal.processing": {
    when: "The bank takes days to answer a renewal's charge; nothing else is charged meanwhile, and the service stays.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "total", "currency_code"],
  },
  "billing.renewal.payment_returned": {
    when: "A payment failed after it was settled; `reason` is `returned` or `disputed`. The invoice is open again.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "amount", "currency_code", "reason"],
  },
  "billing.renewal.payment_reinstated": {
    when: "A payment that was returned or disputed came back after all: a dispute was won.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "amount", "currency_code"],
  },
  "billing.renewal.canceled": {
    when: "A renewal's order was canceled: nothing is owed for the cycle, and the subscription goes on.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "total", "currency_code", "reason"],
  },
  "billing.renewal.refunded": {
    when: "Money was given back on a renewal's order; `reason` is `refunded`, or why the charge was not owed.",
    data: ["id", "subscription_id", "order_id", "invoice_id", "cycle", "amount", "currency_code", "reason"],
  },
  "billing.renewal.skipped": {
    when: "A missed cycle will never be billed (option `catchUp`).",
    data: ["id", "subscription_id", "cycle", "reason"],
  },
  "billing.invoice.issued": {
    when: "An order or a renewal has its invoice.",
    data: ["id", "order_id"],
  },
  "billing.invoice.due_changed": {
    when: "An admin has moved the date by which an invoice is to be paid.",
    data: ["id", "order_id", "from", "to", "reason"],
  },
  "billing.invoice.correction_due": {
    when: "An order changed after its invoice was issued. `amount` below zero: a credit note is due; above: an invoice.",
    data: ["id", "invoice_id", "order_id", "cause", "amount", "currency_code"],
  },
  "billing.invoice.written_off": {
    when: "An admin has written off what an invoice still asked for.",
    data: ["id", "order_id", "amount", "currency_code", "reason"],
  },
  "billing.invoice.write_off_undone": {
    when: "A write-off was taken back: the invoice asks for it again.",
    data: ["id", "order_id", "amount", "currency_code", "reason"],
  },
  "billing.balance.changed": {
    when: "A customer's balance was given, taken back, used, or has got what an invoice was paid too much.",
    data: ["customer_id", "currency_code", "kind", "amount", "invoice_id"],
  },
  "billing.credit_note.issued": {
    when: "A credit note was issued: its order was refunded, canceled or changed to less.",
    data: ["id", "invoice_id", "order_id", "number", "total", "currency_code"],
  },
  "billing.offer_request.received": {
    when: "Somebody has asked for a product that is sold on request, by the Store API or a quick-order link.",
    data: ["id", "product_id", "variant_id", "quantity", "customer_id", "source"],
  },
  "billing.offer_request.quoted": {
    when: "An admin has made a draft order of a request, at a quoted price.",
    data: ["id", "order_id", "variant_id", "quantity", "unit_price", "currency_code"],
  },
  "billing.offer_request.closed": {
    when: "An admin has closed a request without a quote.",
    data: ["id", "reason"],
  },
  "billing.run.requested": {
    when: "Workers may join a billing run. Emitted without the outbox, as the next tick finds open runs.",
    data: ["id", "share"],
  },
  "billing.run.completed": {
    when: "A billing run has nothing left to do.",
    data: ["id", "as_of"],
  },
} as const satisfies Record<string, { when: string; data: readonly string[] }>

export type BillingEventName = keyof typeof BILLING_EVENTS

/** An event of the room. `order.placed` is Medusa's own, reported for renewals' orders. */
export interface BillingEvent {
  name: BillingEventName | "order.placed"
  data: Record<string, unknown>
}

/** Changes of a subscription by an admin or customer; each is an event `billing.subscription.<change>`. */
export type SubscriptionChangeType =
  | "activated"
  | "canceled"
  | "cancel_scheduled"
  | "cancel_undone"
  | "split"
  | "price_migrated"
  | "price_change_announced"
  | "price_change_asked"
  | "price_change_accepted"
  | "price_change_refused"
  | "price_change_unanswered"
  | "price_change_withdrawn"
  | "quantity_changed"
  | "price_changed"
  | "transferred"
  | "suspended"
  | "resumed"
  | "payment_method_changed"
  | "paused"
  | "renewed_early"
  | "renewal_skipped"
  | "changed"
  | "retained"
  | "addresses_changed"
  | "change_scheduled"
  | "change_withdrawn"
