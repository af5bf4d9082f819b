import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface PruneInput {
  /** Tasks that were handled, and orders that were closed, before this are pruned. */
  tasksBefore: Date
  ordersBefore: Date
  /** At most so many tasks and orders. */
  limit: number
}

export interface Pruned {
  tasks: number
  orders: number
}

/**
 * Deletes handled tasks, and the changes of orders that were closed long ago, some at a time. A task that is open keeps
 * its order's changes. A change is not recorded again after it was pruned.
 */
export async function pruneOrders(knex: Knex, { tasksBefore, ordersBefore, limit }: PruneInput): Promise<Pruned> {
  const { rowCount: tasks } = await knex.raw<{ rowCount: number }>(
    `delete from service_core_order_task where id = any(array(
       select id from service_core_order_task where handled_at < ? and handled_at is not null and deleted_at is null
       order by handled_at limit ? for update skip locked))`,
    [tasksBefore.toISOString(), limit],
  )
  const closed: string[] = await knex("service_core_closed_order")
    .where("closed_at", "<", ordersBefore.toISOString())
    .whereNull("pruned_at")
    .whereNull("deleted_at")
    .orderBy("closed_at")
    .limit(limit)
    .pluck("order_id")
  if (!closed.length) {
    return { tasks, orders: 0 }
  }
  // A subquery for each order, so that PostgreSQL always uses the index of orders.
  const { rows: waiting } = await knex.raw<{ rows: { id: string }[] }>(
    `select c.id from unnest(?::text[]) c (id) where (
       select t.order_id from service_core_order_task t
       where t.order_id = c.id and t.handled_at is null and t.deleted_at is null limit 1) is not null`,
    [closed],
  )
  const ids = closed.filter((id) => !waiting.some((one) => one.id === id))
  await knex.raw(
    `with closed as (
       update service_core_closed_order set pruned_at = now(), updated_at = now()
       where order_id = any(?) and pruned_at is null returning order_id)
     delete from service_core_order_change h
     where h.deleted_at is null and h.order_id = any(?) and h.order_id in (select order_id from closed)`,
    [ids, ids],
  )
  return { tasks, orders: ids.length }
}
