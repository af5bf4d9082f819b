import {
  cancelOrderDiscounts,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  ordersWithDiscounts,
  ordersWithWaitingRecord,
  waitingRecordsToPlace,
} from "../../../modules/discounts"
import type { OrderRoom } from "../../orders/order-room"
import { bindRecord } from "./bind-record"
import { recordGivenBack } from "./record-given-back"
import { placeOrderRecordOf } from "./reserve-order-record"

/**
 * Handles changes of orders: binds the discount record of a placed or edited order, records what came back or was
 * refunded for the report, and releases the uses of a canceled one.
 */
export const discountsOrders: OrderRoom = {
  room: "discounts",
  kinds: ["placed", "edited", "exchanged", "claimed", "returned", "refunded", "credited", "canceled"],

  async concerns(container, changes, kind) {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    const waiting = await ordersWithWaitingRecord(knex, ids)
    return new Set(kind === "placed" ? waiting : [...waiting, ...(await ordersWithDiscounts(knex, ids))])
  },

  async handle(container, { kind, order_id }, { today, now }) {
    // A change may come before the placing of its order is handled, which may have failed and wait for its next try.
    await bindRecord(container, order_id)
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    for (const recordId of await waitingRecordsToPlace(knex, order_id)) {
      await placeOrderRecordOf(container, recordId, now)
    }
    if (kind === "canceled") {
      await cancelOrderDiscounts(knex, order_id, await today())
    } else if (kind !== "placed") {
      await recordGivenBack(container, order_id, await today())
    }
  },
}
