import {
  ordersWithBookings,
  PACKAGES_MODULE,
  type PackagesModuleService,
  releaseBookingsOfOrder,
  setBookedLines,
} from "../../../modules/packages"
import { CORE_MODULE, type CoreModuleService, ordersWithLineRecords } from "../../../modules/core"
import { subtract } from "../../../rules/money"
import { PACKAGES_ROOM } from "../../../rules/packages"
import { loadOrders } from "../../orders/load-orders"
import type { OrderRoom } from "../../orders/order-room"
import { bindPackageLines } from "./bind-package-lines"
import { bindStock } from "../stock/bind-stock"
import { bookRentedLines } from "../stock/book-rented-lines"
import { settleEditedRecords } from "./settle-edited-records"

/**
 * Binds the records of packages to their order lines, and keeps bookings in step with their orders (P18): a placed order
 * takes over what its cart held, what a draft or an edit rents is booked, a line's part that came back or was taken off
 * frees its part of the booking, and a canceled order frees all.
 */
export const packagesOrders: OrderRoom = {
  room: "packages",
  kinds: ["placed", "edited", "returned", "exchanged", "claimed", "canceled"],

  async concerns(container, changes) {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const core = container.resolve<CoreModuleService>(CORE_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    return new Set([
      ...(await ordersWithBookings(knex, ids)),
      ...(await ordersWithLineRecords(core.knex, ids, PACKAGES_ROOM)),
    ])
  },

  async handle(container, { order_id }) {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const [order] = await loadOrders(container, [order_id])
    if (!order) {
      return
    }
    await bindPackageLines(container, order)
    await settleEditedRecords(container, order_id)
    await bindStock(container, order)
    await bookRentedLines(container, order)
    if (order.isCanceled) {
      await releaseBookingsOfOrder(knex, order_id)
      return
    }
    const left = order.lines.map(
      ({ id, quantity, returnedQuantity }) => [id, subtract(quantity, returnedQuantity)] as const,
    )
    await setBookedLines(knex, order_id, new Map(left))
  },
}
