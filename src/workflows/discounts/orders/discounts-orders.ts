import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  ordersWithDiscounts,
  ordersWithWaitingSale,
  waitingSalesMade,
} from "../../../modules/discounts"
import type { OrderRoom } from "../../orders/order-room"
import { bindSale } from "./bind-sale"
import { cancelDiscounts } from "./cancel-discounts"
import { placeOrderSaleOf } from "./record-order-sale"

/**
 * What the discounts' room makes of orders' changes: the record of what was given becomes the placed order's, or the
 * edited one's; a canceled order gives its uses back.
 */
export const discountsOrders: OrderRoom = {
  room: "discounts",
  kinds: ["placed", "edited", "canceled"],

  async concerns(container, changes, kind) {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    const waiting = await ordersWithWaitingSale(knex, ids)
    return new Set(kind === "canceled" ? [...waiting, ...(await ordersWithDiscounts(knex, ids))] : waiting)
  },

  async handle(container, { kind, order_id }, { today }) {
    if (kind === "canceled") {
      await cancelDiscounts(container, order_id, today)
      return
    }
    if (kind === "placed") {
      await bindSale(container, order_id)
    }
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    for (const saleId of await waitingSalesMade(knex, order_id)) {
      await placeOrderSaleOf(container, saleId, new Date())
    }
  },
}
