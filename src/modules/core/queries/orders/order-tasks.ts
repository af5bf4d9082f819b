import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderChangeKind } from "../../order-changes"

const TABLE = "service_core_order_task"

/** The database's time, which tasks are written with, or the caller's if later. */
const NOW = "greatest(now(), ?::timestamptz)"

/** How long a claim lasts. If the process dies, another one can claim the task after that. */
export const LEASE = "120 seconds"
/** A failed task is retried after one minute, then two, four … up to an hour. */
const LONGEST_WAIT_MINUTES = 60

export interface ClaimedTask {
  id: string
  room: string
  order_id: string
  change_id: string
  kind: OrderChangeKind
  source_id: string
  by_event: boolean
}

export interface TasksToClaim {
  /** Tasks of other rooms are left to processes that run another version of the plugin. */
  rooms: string[]
  /** Null: of all orders. */
  orderIds: string[] | null
  now: Date
  limit: number
}

/** Claims due tasks. No other process gets them until the claim ends. */
export async function claimOrderTasks(
  knex: Knex,
  { rooms, orderIds, now, limit }: TasksToClaim,
): Promise<ClaimedTask[]> {
  const of = orderIds ? "order_id = any(?) and" : ""
  const { rows } = await knex.raw<{ rows: ClaimedTask[] }>(
    `with claimed as (
       update ${TABLE} t set due_at = ${NOW} + interval '${LEASE}', attempts = attempts + 1, updated_at = now()
       where t.id = any(array(
         select id from ${TABLE} where ${of} due_at <= ${NOW} and room = any(?) and handled_at is null and deleted_at is null
         order by due_at limit ? for update skip locked))
       returning t.id, t.room, t.order_id, t.change_id)
     select k.*, c.kind, c.source_id, c.by_event from claimed k join service_core_order_change c on c.id = k.change_id
     order by k.order_id, k.id`,
    [now.toISOString(), ...(orderIds ? [orderIds] : []), now.toISOString(), rooms, limit],
  )
  return rows
}

export async function finishOrderTasks(knex: Knex, ids: string[]): Promise<void> {
  if (ids.length) {
    await knex.raw(`update ${TABLE} set handled_at = now(), last_error = null, updated_at = now() where id = any(?)`, [
      ids,
    ])
  }
}

/** Stores why a task failed, and schedules its retry. */
export async function postponeOrderTask(
  knex: Knex,
  id: string,
  { error, now }: { error: string; now: Date },
): Promise<void> {
  await knex.raw(
    `update ${TABLE} set last_error = ?, updated_at = now(),
       due_at = ${NOW} + least(${LONGEST_WAIT_MINUTES}, power(2, least(attempts - 1, 10))) * interval '1 minute'
     where id = ?`,
    [error, now.toISOString(), id],
  )
}

/** Whether a room could not follow what has happened to an order, and is going to try again. */
export async function isOrderTaskFailing(
  knex: Knex,
  { orderId, room }: { orderId: string; room: string },
): Promise<boolean> {
  const row = await knex(TABLE)
    .where({ order_id: orderId, room })
    .whereNotNull("last_error")
    .whereNull("handled_at")
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}

/**
 * Has a room look at an order again in a minute, where it could not follow a change that Medusa has no record of. One task for
 * each order and room, however often it fails.
 */
export async function askAgainOfOrder(
  knex: Knex,
  { orderId, room, error }: { orderId: string; room: string; error: string },
): Promise<void> {
  await knex.raw(
    `with change as (
       insert into service_core_order_change (id, order_id, kind, source_id, by_event)
       values ('edited:again_' || :orderId, :orderId, 'edited', 'again_' || :orderId, false)
       on conflict (id) do nothing)
     insert into ${TABLE} (id, change_id, room, order_id, due_at, last_error)
     values ('edited:again_' || :orderId || ':' || :room, 'edited:again_' || :orderId, :room, :orderId,
       now() + interval '1 minute', :error)
     on conflict (id) do update set handled_at = null, attempts = 0, due_at = excluded.due_at,
       last_error = excluded.last_error, updated_at = now()
     where ${TABLE}.handled_at is not null`,
    { orderId, room, error },
  )
}
