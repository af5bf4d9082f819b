import type { MedusaContainer } from "@medusajs/framework/types"
import {
  changeOfEvent,
  CORE_MODULE,
  type CoreModuleService,
  ORDER_CHANGES,
  ordersOf,
  recordOrderChanges,
} from "../../modules/core"
import { runOrderTasks } from "./run-order-tasks"
import type { OrderRoom } from "./order-room"

/** What Medusa's events of orders say: the order's id, or that of its payment or fulfilment. */
export interface OrderEvent {
  name: string
  data: { id?: string; order_id?: string; billing_renewal_id?: string }
}

/** Medusa's events of orders. */
export const ORDER_EVENTS: string[] = ORDER_CHANGES.flatMap(({ event }) => event ?? [])

/**
 * An event of Medusa is a hint to look at its order: what has happened is read from the database, as the sweep reads it,
 * so that both find the same and each room hears it once.
 */
export async function handleOrderEvent(
  container: MedusaContainer,
  { name, data }: OrderEvent,
  rooms: readonly OrderRoom[],
): Promise<void> {
  // A run of ten thousand renewals tells as many at a time: the sweep takes them by the hundred.
  const said = data.billing_renewal_id ? null : changeOfEvent(name)
  if (!said) {
    return
  }
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const { knex } = core.db
  const orderIds = await ordersOfEvent(container, { name, data })
  if (orderIds.length) {
    await recordOrderChanges(knex, { orderIds, said, listeners: rooms })
    await runOrderTasks(container, { rooms, orderIds, now: new Date(), today: await core.today() })
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
