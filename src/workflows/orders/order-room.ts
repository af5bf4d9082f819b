import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderChangeKind } from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"

/** What has happened to an order: once for each room, whoever found it. */
export interface OrderChange {
  order_id: string
  kind: OrderChangeKind
  /** Medusa's record of it: a capture, a confirmed change, a fulfilment, or the order itself. */
  source_id: string
  /** Whether an event has told it; else the sweep has found it. */
  by_event: boolean
}

/** When a room hears of it: the store's date. */
export interface Hearing {
  today: CivilDate
}

/** What a room makes of the changes of orders that it wants to hear of. */
export interface OrderRoom {
  room: string
  /** What it wants to hear of. */
  kinds: readonly OrderChangeKind[]
  /**
   * Ids of the orders among these changes, all of one kind, that the room has work with: one question for all of them.
   * The others are done with. Left out: all of them.
   */
  concerns?: (
    container: MedusaContainer,
    changes: readonly OrderChange[],
    kind: OrderChangeKind,
  ) => Promise<ReadonlySet<string>>
  /**
   * Makes of one change what the room makes of it. It may be called twice for the same change (after a crash), so the
   * second time changes nothing; and late, so it goes by the order as it is now. What it throws is recorded, logged, and
   * tried again by the sweep.
   */
  handle: (container: MedusaContainer, change: OrderChange, hearing: Hearing) => Promise<void>
}
