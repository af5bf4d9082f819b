import { ORDER_CHANGE_KINDS } from "../../../modules/core"
import type { OrderRoom } from "../../orders/order-room"
import { followOrder } from "./follow-order"

/** Makes each order's sale, and has it follow what happens to the order (H1, H2): after the rooms that it listens to. */
export const salesOrders: OrderRoom = {
  room: "sales",
  kinds: ORDER_CHANGE_KINDS,

  async handle(container, { order_id, kind }, { today, now }) {
    await followOrder(container, { orderId: order_id, now, asOf: await today(), cause: kind })
  },
}
