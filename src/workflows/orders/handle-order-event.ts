import type { MedusaContainer } from "@medusajs/framework/types"
import { changeOfEvent, CORE_MODULE, type CoreModuleService, ORDER_CHANGES, ordersOf } from "../../modules/core"
import { runOrderTasks } from "./run-order-tasks"
import type { OrderRoom } from "./order-room"

/** A Medusa order event. It names the order, or its payment or fulfilment. */
export interface OrderEvent {
  name: string
  data: { id?: string; order_id?: string; billing_renewal_id?: string }
}

export interface HandledEvent {
  event: OrderEvent
  rooms: readonly OrderRoom[]
  /** The instant at which it is handled. */
  now: Date
}

/** The names of Medusa's order events. */
export const ORDER_EVENTS: string[] = ORDER_CHANGES.flatMap(({ event }) => event ?? [])

/**
 * Handles one of Medusa's order events. The event only names the order: its changes are read from the database, as the
 * sweep reads them, so both record the same changes and each room handles each change once.
 */
export async function handleOrderEvent(
  container: MedusaContainer,
  { event: { name, data }, rooms, now }: HandledEvent,
): Promise<void> {
  // A run places thousands of renewal orders at once. The sweep records them in batches.
  const eventKind = data.billing_renewal_id ? null : changeOfEvent(name)
  if (!eventKind) {
    return
  }
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const orderIds = await ordersOfEvent(container, { name, data })
  if (orderIds.length) {
    await runOrderTasks(container, { rooms, orderIds, eventKind, now, today: () => core.dateOf(now) })
  }
}

const PREFIXES = [
  ["pay_", "payment"],
  ["ful_", "fulfillment"],
] as const

async function ordersOfEvent(container: MedusaContainer, { data }: OrderEvent): Promise<string[]> {
  const id = data.order_id ?? data.id
  if (!id) {
    return []
  }
  const of = data.order_id ? undefined : PREFIXES.find(([prefix]) => id.startsWith(prefix))?.[1]
  return of ? ordersOf(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, of, id) : [id]
}
