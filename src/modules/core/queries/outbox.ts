import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../new-id"
import { insertRows } from "./insert-rows"
import { keyAt } from "./orders/find-new-order-rows"

/** An event of any room, by its full name: `billing.renewal.issued`. */
export interface RoomEvent {
  name: string
  data: Record<string, unknown>
}

export interface WaitingEvent extends RoomEvent {
  id: string
}

/** Rows per statement. */
const CHUNK = 500

/**
 * Writes events in the transaction of the change that they report. The sweep dispatches each at least once afterwards;
 * a subscriber recognises a repeated one by `data.event_id`.
 */
export async function addOutboxEvents(knex: Knex, events: RoomEvent[]): Promise<void> {
  const rows = events.map(({ name, data }) => {
    // Ids sort in the order of the events, and the sweep dispatches in that order.
    const id = newId("sevt")
    return { id, name, data: JSON.stringify({ ...data, event_id: id }) }
  })
  await insertRows(knex, { table: "service_core_outbox_event", rows, chunk: CHUNK })
}

/**
 * Locks waiting events, oldest first, passes them to `emit` and marks them, in one transaction. If the process dies in
 * between, another dispatches them again. Returns how many it dispatched.
 */
export async function dispatchOutboxEvents(
  knex: Knex,
  emit: (events: WaitingEvent[]) => Promise<void>,
  limit = CHUNK,
): Promise<number> {
  return knex.transaction(async (trx) => {
    const events: WaitingEvent[] = await trx("service_core_outbox_event")
      .select("id", "name", "data")
      .whereNull("dispatched_at")
      .whereNull("deleted_at")
      .orderBy("id")
      .limit(limit)
      .forUpdate()
      .skipLocked()
    if (!events.length) {
      return 0
    }
    await emit(events)
    const ids = events.map((event) => event.id)
    await trx("service_core_outbox_event").whereIn("id", ids).update({ dispatched_at: trx.fn.now() })
    return events.length
  })
}

/**
 * Deletes events that were dispatched, of before an instant, some at a time: their ids begin with the time. Returns how many. What
 * still waits stays, however old.
 */
export async function deleteDispatchedEvents(
  knex: Knex,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { rowCount } = await knex.raw<{ rowCount: number }>(
    `delete from service_core_outbox_event where id = any(array(
       select id from service_core_outbox_event
       where id < ? and dispatched_at is not null and deleted_at is null
       order by id limit ? for update skip locked))`,
    [keyAt("sevt", before), limit],
  )
  return rowCount
}
