import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  ordersAwaitingPayment,
  ordersOfRenewalsToCollect,
  ordersToRecord,
  ordersWithInvoice,
  ordersWithRunningSubscriptions,
} from "../../../modules/billing"
import type { OrderChange, OrderRoom } from "../../orders/order-room"
import { recordOrderPaymentWorkflow } from "./record-order-payment"
import { recordOrder } from "./record-order"

/**
 * Billing's handler of order changes. A placed order gets its subscriptions and its invoice. A payment starts the
 * subscriptions and settles the invoice; a cancellation or a full refund ends them (by the store's settings). A renewal's
 * order settles the renewal: paid or canceled, it is charged no more.
 */
export const billingOrders: OrderRoom = {
  room: "billing",
  kinds: ["placed", "authorized", "paid", "refunded", "canceled"],

  async concerns(container, changes, kind) {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    if (kind === "placed") {
      return new Set((await ordersToRecord(knex, ids)).map(({ id }) => id))
    }
    if (kind === "authorized" || kind === "paid") {
      return awaitingPayment(container, changes)
    }
    return new Set([...(await ordersWithRunningSubscriptions(knex, ids)), ...(await ordersWithInvoice(knex, ids))])
  },

  async handle(container, { kind, order_id }, { today }) {
    if (kind === "placed") {
      await recordOrder(container, order_id)
    } else {
      await recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of: today } })
    }
  },
}

/** A renewal that a billing run collects is left to the run, unless an event reported the payment. */
async function awaitingPayment(
  container: MedusaContainer,
  changes: readonly OrderChange[],
): Promise<ReadonlySet<string>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const ids = changes.map(({ order_id }) => order_id)
  const waiting = new Set(await ordersAwaitingPayment(knex, ids))
  const byEvent = new Set(changes.filter(({ by_event }) => by_event).map(({ order_id }) => order_id))
  for (const id of waiting.size ? await ordersOfRenewalsToCollect(knex, [...waiting]) : []) {
    if (!byEvent.has(id)) {
      waiting.delete(id)
    }
  }
  return waiting
}
