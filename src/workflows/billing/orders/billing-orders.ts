import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  ordersAwaitingPayment,
  ordersOfRenewalsToCollect,
  ordersToRecord,
  ordersWithRunningSubscriptions,
} from "../../../modules/billing"
import type { OrderChange, OrderRoom } from "../../orders/order-room"
import { recordOrderPaymentWorkflow } from "./record-order-payment"
import { recordOrder } from "./record-order"

/**
 * What billing makes of orders' changes. A placed one gets its subscriptions and its invoice. A payment starts what was
 * bought and settles its invoice; a cancellation, or a refund of all of it, ends it (by the store's settings).
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
    return new Set([...(await ordersWithRunningSubscriptions(knex, ids)), ...(await ordersAwaitingPayment(knex, ids))])
  },

  async handle(container, { kind, order_id }, { today }) {
    if (kind === "placed") {
      await recordOrder(container, order_id)
    } else {
      await recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of: today } })
    }
  },
}

/** What a billing run collects is left to the run, unless an event says that somebody else has paid it. */
async function awaitingPayment(
  container: MedusaContainer,
  changes: readonly OrderChange[],
): Promise<ReadonlySet<string>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const ids = changes.map(({ order_id }) => order_id)
  const waiting = new Set(await ordersAwaitingPayment(knex, ids))
  const told = new Set(changes.filter(({ by_event }) => by_event).map(({ order_id }) => order_id))
  for (const id of waiting.size ? await ordersOfRenewalsToCollect(knex, [...waiting]) : []) {
    if (!told.has(id)) {
      waiting.delete(id)
    }
  }
  return waiting
}
