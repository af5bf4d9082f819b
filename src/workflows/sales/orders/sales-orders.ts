import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_CHANGE_KINDS } from "../../../modules/core"
import { SALES_MODULE, whoChanged, withoutSaleAmong, type SalesModuleService } from "../../../modules/sales"
import type { OrderChange, OrderRoom } from "../../orders/order-room"
import { followOrder } from "./follow-order"
import { followOrders } from "./follow-orders"

/** Makes each order's sale, and has it follow what happens to the order (H1, H2): after the rooms that it listens to. */
export const salesOrders: OrderRoom = {
  room: "sales",
  kinds: ORDER_CHANGE_KINDS,

  /** An order that was placed with its sale, as renewals are, has nothing more to say of that. */
  async concerns(container, changes, kind) {
    const ids = changes.map(({ order_id }) => order_id)
    const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
    return new Set(kind === "placed" ? await withoutSaleAmong(knex, ids) : ids)
  },

  async handle(container, change, { today, now }) {
    const { order_id, kind } = change
    const placedNow = placedAmong([change])
    const changedBy = await changersOf(container, [change])
    await followOrder(container, { orderId: order_id, now, asOf: await today(), cause: kind, placedNow, changedBy })
  },

  async handleAll(container, changes, { today, now }) {
    const ids = [...new Set(changes.map(({ order_id }) => order_id))]
    const followed = await followOrders(container, ids, {
      now,
      asOf: await today(),
      cause: changes[0]?.kind ?? "placed",
      placedNow: placedAmong(changes),
      changedBy: await changersOf(container, changes),
    })
    return new Map([...followed].flatMap(([id, one]): [string, unknown][] => ("error" in one ? [[id, one.error]] : [])))
  },
}

/** Those of which an event has said that they were placed: what the sweep finds may have been placed long before. */
const placedAmong = (changes: readonly OrderChange[]): Set<string> =>
  new Set(changes.filter(({ kind, by_event }) => kind === "placed" && by_event).map(({ order_id }) => order_id))

/** Who has changed the orders since their sales' last snapshots; what was placed has changed nothing. */
const changersOf = (container: MedusaContainer, changes: readonly OrderChange[]): Promise<Map<string, string>> =>
  whoChanged(
    container.resolve<SalesModuleService>(SALES_MODULE).db.knex,
    changes.filter(({ kind }) => kind !== "placed").map(({ order_id }) => order_id),
  )
