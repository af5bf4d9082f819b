import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  ordersWithDiscounts,
  ordersWithWaitingRecord,
  waitingRecordsToPlace,
} from "../../../modules/discounts"
import type { OrderRoom } from "../../orders/order-room"
import { bindRecord } from "./bind-record"
import { cancelDiscounts } from "./cancel-discounts"
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
    if (kind === "canceled") {
      await cancelDiscounts(container, order_id, await today())
      return
    }
    if (kind === "placed") {
      await bindRecord(container, order_id)
    }
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    for (const recordId of await waitingRecordsToPlace(knex, order_id)) {
      await placeOrderRecordOf(container, recordId, now)
    }
    if (kind !== "placed") {
      await recordGivenBack(container, order_id, await today())
    }
  },
}
