import {
  FulfillmentWorkflowEvents,
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"

/**
 * The kinds of order change, in the order in which rooms handle them. Each change is identified by one of Medusa's
 * records: a payment's capture, a confirmed change, a fulfilment, or the order itself.
 *
 * `event` is Medusa's event for it; null where there is none. `record` is the table that identifies it. The sweep finds
 * most changes as new rows, by key. A change that only sets a value in an existing row (a status, a date) it finds when
 * it checks the open orders.
 */
export const ORDER_CHANGES = [
  /** The order is placed: a completed cart, a converted draft, an order made by code, a renewal's order. */
  { kind: "placed", event: OrderWorkflowEvents.PLACED, record: "order" },
  /** A payment is authorized and not captured yet. */
  { kind: "authorized", event: null, record: "payment" },
  /** Money was received: a capture, or a transaction written by an admin or by code. */
  { kind: "paid", event: PaymentEvents.CAPTURED, record: "capture" },
  /** The email or an address changed. */
  { kind: "updated", event: OrderWorkflowEvents.UPDATED, record: "order_change" },
  /** An edit was confirmed, of a draft, too. */
  { kind: "edited", event: OrderEditWorkflowEvents.CONFIRMED, record: "order_change" },
  /** The order now belongs to another customer, or to a guest. */
  { kind: "transferred", event: null, record: "order_change" },
  { kind: "credited", event: null, record: "order_change" },
  { kind: "fulfilled", event: OrderWorkflowEvents.FULFILLMENT_CREATED, record: "fulfillment" },
  { kind: "shipped", event: FulfillmentWorkflowEvents.SHIPMENT_CREATED, record: "fulfillment" },
  { kind: "delivered", event: FulfillmentWorkflowEvents.DELIVERY_CREATED, record: "fulfillment" },
  { kind: "fulfillment_canceled", event: OrderWorkflowEvents.FULFILLMENT_CANCELED, record: "fulfillment" },
  /** A return was requested, or the request was canceled: that has no event, nor have the next two where they are canceled. */
  { kind: "return_requested", event: OrderWorkflowEvents.RETURN_REQUESTED, record: "order_change" },
  { kind: "returned", event: OrderWorkflowEvents.RETURN_RECEIVED, record: "order_change" },
  /** A claim was confirmed, or canceled. */
  { kind: "claimed", event: OrderWorkflowEvents.CLAIM_CREATED, record: "order_change" },
  /** An exchange was confirmed, or canceled. */
  { kind: "exchanged", event: OrderWorkflowEvents.EXCHANGE_CREATED, record: "order_change" },
  { kind: "refunded", event: PaymentEvents.REFUNDED, record: "refund" },
  { kind: "completed", event: OrderWorkflowEvents.COMPLETED, record: "order" },
  { kind: "canceled", event: OrderWorkflowEvents.CANCELED, record: "order" },
  { kind: "archived", event: OrderWorkflowEvents.ARCHIVED, record: "order" },
] as const

export type OrderChangeKind = (typeof ORDER_CHANGES)[number]["kind"]

export const ORDER_CHANGE_KINDS = ORDER_CHANGES.map(({ kind }) => kind) as [OrderChangeKind, ...OrderChangeKind[]]

/** The kind of change that a Medusa event reports; null: none that rooms handle. */
export const changeOfEvent = (event: string): OrderChangeKind | null =>
  ORDER_CHANGES.find((one) => one.event === event)?.kind ?? null
