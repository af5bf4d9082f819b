import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderChangeKind } from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"

/** A change of an order. Each room handles each change once. */
export interface OrderChange {
  order_id: string
  kind: OrderChangeKind
  /** Medusa's record of the change: a capture, a confirmed change, a fulfilment, or the order itself. */
  source_id: string
  /** True: an event reported it. False: the sweep found it. */
  by_event: boolean
}

export interface HandlerContext {
  /** The store's date. It is read when it is first asked for. */
  today: () => Promise<CivilDate>
  /** The instant at which the changes are handled. */
  now: Date
}

/** A room's handler of order changes. */
export interface OrderRoom {
  room: string
  /** The kinds of change that it handles. */
  kinds: readonly OrderChangeKind[]
  /**
   * Ids of the orders that the room has to handle, among changes of one kind, in one query. The tasks of the others are
   * finished unhandled. Left out: all orders.
   */
  concerns?: (
    container: MedusaContainer,
    changes: readonly OrderChange[],
    kind: OrderChangeKind,
  ) => Promise<ReadonlySet<string>>
  /**
   * Handles one change. It may run twice for the same change (after a crash), so a second run changes nothing. It may
   * run late, so it reads the order as it is now. An error is stored with the task, logged, and the sweep tries again.
   */
  handle: (container: MedusaContainer, change: OrderChange, context: HandlerContext) => Promise<void>
  /**
   * Handles many changes of one kind, as `handle` does each of them, where reading orders together is worth it. Answers what
   * failed, by order.
   */
  handleAll?: (
    container: MedusaContainer,
    changes: readonly OrderChange[],
    context: HandlerContext,
  ) => Promise<ReadonlyMap<string, unknown>>
}
