import { Module } from "@medusajs/framework/utils"
import validateOptions from "./loaders/validate-options"
import CoreModuleService from "./service"

export const CORE_MODULE = "serviceCore"

export default Module(CORE_MODULE, { service: CoreModuleService, loaders: [validateOptions] })

export type { CoreModuleService }

export * from "./amount"
export * from "./new-id"
export * from "./queries/ask-counts"
export * from "./queries/cart-buyers"
export * from "./queries/has-index"
export * from "./queries/like-pattern"
export * from "./queries/line-records"
export * from "./queries/lines-with-section"
export * from "./queries/order-line-records"
export * from "./order-changes"
export * from "./queries/orders/converted-drafts"
export * from "./queries/orders/find-new-order-rows"
export {
  askAgainOfOrder,
  claimOrderTasks,
  finishOrderTasks,
  isOrderTaskFailing,
  postponeOrderTask,
  type ClaimedTask,
  type TasksToClaim,
} from "./queries/orders/order-tasks"
export {
  ordersWithChange,
  recordOrderChanges,
  takeOrderTasks,
  type RoomKinds,
  type OrdersToRecord,
  type OrdersToTake,
} from "./queries/orders/record-order-changes"
export * from "./queries/orders/open-orders"
export * from "./queries/orders/prune-orders"
export * from "./queries/orders/unnamed-adjustments"
export * from "./queries/outbox"
export * from "./queries/raise-version"
export * from "./queries/room-settings"
export * from "./queries/sweep-cursor"
export * from "./queries/timeline"
export * from "./queries/in-transaction"
export * from "./queries/insert-records"
export * from "./queries/insert-rows"
