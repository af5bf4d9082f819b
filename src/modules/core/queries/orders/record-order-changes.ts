import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderChangeKind } from "../../order-changes"
import { LEASE, type ClaimedTask } from "./order-tasks"

/** The kinds of change that a room handles. */
export interface RoomKinds {
  room: string
  kinds: readonly OrderChangeKind[]
}

export interface OrdersToRecord {
  orderIds: string[]
  /** The kind that an event reports; null: called by the sweep. */
  eventKind: OrderChangeKind | null
  rooms: readonly RoomKinds[]
}

export interface OrdersToTake extends OrdersToRecord {
  now: Date
  /** At most so many tasks. */
  limit: number
}

const bindings = ({ orderIds, eventKind, rooms }: OrdersToRecord) => {
  const handled = rooms.flatMap(({ room, kinds }) => kinds.map((kind) => ({ room, kind })))
  return [orderIds, eventKind ?? "", handled.map(({ room }) => room), handled.map(({ kind }) => kind)]
}

const ARGUMENTS = "?::text[], ?::text, ?::text[], ?::text[]"

/**
 * Records new order changes with a task for each room that handles them, in one statement. Concurrent calls record a
 * change once. Changes from before the installation are not recorded, unless an event reports one. Returns how many
 * changes it recorded. The statement is a function of the database, which keeps its plan.
 */
export async function recordOrderChanges(knex: Knex, orders: OrdersToRecord): Promise<number> {
  const { rows } = await knex.raw<{ rows: { recorded: number }[] }>(
    `select service_core_record_order_changes(${ARGUMENTS}) as recorded`,
    bindings(orders),
  )
  return rows[0]?.recorded ?? 0
}

/**
 * The same, and claims the tasks of these orders that are due, in one transaction: a process that dies then leaves
 * either nothing, and the sweep finds the changes, or claims, which end.
 */
export async function takeOrderTasks(knex: Knex, orders: OrdersToTake): Promise<ClaimedTask[]> {
  const { rows } = await knex.raw<{ rows: ClaimedTask[] }>(
    `select * from service_core_take_order_tasks(${ARGUMENTS}, ?::timestamptz, ?::interval, ?::integer)`,
    [...bindings(orders), orders.now.toISOString(), LEASE, orders.limit],
  )
  return rows
}

/** The orders among these of which a change of this kind is recorded. */
export async function ordersWithChange(knex: Knex, orderIds: string[], kind: OrderChangeKind): Promise<string[]> {
  return knex("service_core_order_change")
    .whereIn("order_id", orderIds)
    .where({ kind })
    .whereNull("deleted_at")
    .distinct("order_id")
    .pluck("order_id")
}
