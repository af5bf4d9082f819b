import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  ordersAwaitingAuthorization,
  ordersAwaitingPayment,
  ordersOfRenewalsToCollect,
  ordersToRecord,
  ordersWithOtherReceipts,
  ordersWithInvoice,
  ordersWithRunningSubscriptions,
  paidOnPages,
  readConfirmedChange,
} from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService, type OrderChangeKind, ordersWithChange } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import type { OrderChange, OrderRoom } from "../../orders/order-room"
import { correctInvoicesWorkflow } from "./correct-invoices"
import { followOrderChangeWorkflow } from "./follow-order-change"
import { keepPageMethodWorkflow } from "../payment-pages/keep-page-method"
import { settleSecondPaymentWorkflow } from "../payment-pages/settle-second-payment"
import { recordOrder } from "./record-order"
import { recordOrderPaymentWorkflow } from "./record-order-payment"
import { transferSubscriptionsWorkflow } from "./transfer-subscriptions"

/** Changes of an order's lines: the subscriptions follow the lines. */
const OF_LINES: readonly OrderChangeKind[] = ["edited", "returned", "exchanged", "claimed"]

/**
 * Billing's handler of order changes. A placed order gets its subscriptions and its invoice. A payment starts the
 * subscriptions and settles the invoice; a cancellation or a full refund ends them (by the store's settings). A renewal's
 * order settles the renewal: paid or canceled, it is charged no more. What changes the lines, the money or the customer
 * of a placed order reaches subscriptions and invoices by the rules of decision 0024.
 */
export const billingOrders: OrderRoom = {
  room: "billing",
  kinds: ["placed", "authorized", "paid", "transferred", ...OF_LINES, "credited", "refunded", "canceled"],

  async concerns(container, changes, kind) {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    if (kind === "placed") {
      return new Set((await ordersToRecord(knex, ids)).map(({ id }) => id))
    }
    if (kind === "authorized") {
      return awaitingPayment(container, changes, await ordersAwaitingAuthorization(knex, ids))
    }
    if (kind === "paid") {
      const waiting = [...(await ordersAwaitingPayment(knex, ids)), ...(await ordersWithOtherReceipts(knex, ids))]
      return awaitingPayment(container, changes, waiting)
    }
    const concerned = [...(await ordersWithRunningSubscriptions(knex, ids)), ...(await toRecord(container, ids))]
    return kind === "transferred"
      ? new Set(concerned)
      : new Set([...concerned, ...(await ordersWithInvoice(knex, ids)), ...(await ordersAwaitingPayment(knex, ids))])
  },

  async handle(container, { kind, order_id, source_id }, { today }) {
    // A change may come before the placing of its order is handled, which may have failed and wait for its next try.
    if (kind === "placed" || (await toRecord(container, [order_id])).length) {
      await recordOrder(container, order_id)
    }
    if (kind === "placed") {
      return
    }
    if (kind === "transferred") {
      await transferSubscriptionsWorkflow(container).run({ input: { order_id, as_of: await today() } })
      return
    }
    if (OF_LINES.includes(kind)) {
      const as_of = (await dateOfChange(container, source_id)) ?? (await today())
      await followOrderChangeWorkflow(container).run({ input: { order_id, change_id: source_id, as_of } })
    }
    const as_of = await today()
    await correctInvoicesWorkflow(container).run({ input: { order_id, cause: kind, source_id, as_of } })
    await recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of } })
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (kind === "paid" && (await paidOnPages(knex, order_id))) {
      await settleSecondPaymentWorkflow(container).run({ input: { order_id, as_of } })
      await keepPageMethodWorkflow(container).run({ input: { order_id, as_of } })
    }
  },
}

/** Orders whose placing is known and not handled yet. What was sold before the installation stays unrecorded. */
async function toRecord(container: MedusaContainer, ids: string[]): Promise<string[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return (await ordersToRecord(knex, await ordersWithChange(knex, ids, "placed"))).map(({ id }) => id)
}

async function dateOfChange(container: MedusaContainer, changeId: string): Promise<CivilDate | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const change = await readConfirmedChange(knex, changeId)
  return change && container.resolve<CoreModuleService>(CORE_MODULE).dateOf(change.confirmed_at)
}

/** A renewal that a billing run collects is left to the run, unless an event reported the payment. */
async function awaitingPayment(
  container: MedusaContainer,
  changes: readonly OrderChange[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const waiting = new Set(ids)
  const byEvent = new Set(changes.filter(({ by_event }) => by_event).map(({ order_id }) => order_id))
  for (const id of waiting.size ? await ordersOfRenewalsToCollect(knex, [...waiting]) : []) {
    if (!byEvent.has(id)) {
      waiting.delete(id)
    }
  }
  return waiting
}
