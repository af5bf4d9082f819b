import {
  FulfillmentWorkflowEvents,
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"

/**
 * What can happen to an order, in the order in which rooms hear it of one order. Each is one record in the database,
 * which names it for good: a payment's capture, a confirmed change, a fulfilment, or the order itself.
 *
 * `event` is Medusa's event that says so at once; null where there is none. `foundBy` is the record that names it. The
 * sweep finds new rows of most of them by key; what is only a new value in an old row (a status, a date) it finds when
 * it looks through the orders that are under way.
 */
export const ORDER_CHANGES = [
  /** The order is sold: a completed cart, a converted draft, an order made by code, a renewal's order. */
  { kind: "placed", event: OrderWorkflowEvents.PLACED, foundBy: "order" },
  /** A payment is promised and not taken yet. */
  { kind: "authorized", event: null, foundBy: "payment" },
  /** Money came in: a capture, or a transaction that an admin or code has written. */
  { kind: "paid", event: PaymentEvents.CAPTURED, foundBy: "capture" },
  /** E-mail address or addresses. */
  { kind: "updated", event: OrderWorkflowEvents.UPDATED, foundBy: "order_change" },
  /** An edit is confirmed, of a draft, too. */
  { kind: "edited", event: OrderEditWorkflowEvents.CONFIRMED, foundBy: "order_change" },
  /** The order belongs to another customer, or to a guest. */
  { kind: "transferred", event: null, foundBy: "order_change" },
  { kind: "credited", event: null, foundBy: "order_change" },
  { kind: "fulfilled", event: OrderWorkflowEvents.FULFILLMENT_CREATED, foundBy: "fulfillment" },
  { kind: "shipped", event: FulfillmentWorkflowEvents.SHIPMENT_CREATED, foundBy: "fulfillment" },
  { kind: "delivered", event: FulfillmentWorkflowEvents.DELIVERY_CREATED, foundBy: "fulfillment" },
  { kind: "fulfillment_canceled", event: OrderWorkflowEvents.FULFILLMENT_CANCELED, foundBy: "fulfillment" },
  { kind: "return_requested", event: OrderWorkflowEvents.RETURN_REQUESTED, foundBy: "order_change" },
  { kind: "returned", event: OrderWorkflowEvents.RETURN_RECEIVED, foundBy: "order_change" },
  { kind: "claimed", event: OrderWorkflowEvents.CLAIM_CREATED, foundBy: "order_change" },
  { kind: "exchanged", event: OrderWorkflowEvents.EXCHANGE_CREATED, foundBy: "order_change" },
  { kind: "refunded", event: PaymentEvents.REFUNDED, foundBy: "refund" },
  { kind: "completed", event: OrderWorkflowEvents.COMPLETED, foundBy: "order" },
  { kind: "canceled", event: OrderWorkflowEvents.CANCELED, foundBy: "order" },
  { kind: "archived", event: OrderWorkflowEvents.ARCHIVED, foundBy: "order" },
] as const

export type OrderChangeKind = (typeof ORDER_CHANGES)[number]["kind"]

export const ORDER_CHANGE_KINDS = ORDER_CHANGES.map(({ kind }) => kind) as [OrderChangeKind, ...OrderChangeKind[]]

/** What an event of Medusa says of an order; null: nothing that rooms hear. */
export const changeOfEvent = (event: string): OrderChangeKind | null =>
  ORDER_CHANGES.find((one) => one.event === event)?.kind ?? null
