import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { COUNTED_EVENTS } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { insertRows, newId } from "../../../core"

const TABLE = "billing_figure_event"
/** Rows per statement. */
const CHUNK = 500

export interface WaitingEvent {
  id: string
  subscription_id: string
  type: string
  as_of: CivilDate
}

/** Notes that something of subscriptions has changed: in the transaction that changes them. */
export async function noteFigureEvents(
  knex: Knex,
  entries: readonly { subscription_id: string; type: string; as_of: CivilDate }[],
): Promise<void> {
  const rows = entries.map(({ subscription_id, type, as_of }) => ({ id: newId("bfev"), subscription_id, type, as_of }))
  await insertRows(knex, { table: TABLE, rows, chunk: CHUNK })
}

/** Takes events that wait, the oldest first, but those of some subscriptions; in the transaction that counts them, other workers take others. */
export async function takeFigureEvents(
  trx: Knex,
  { limit, except }: { limit: number; except: string[] },
): Promise<WaitingEvent[]> {
  return trx(TABLE)
    .select("id", "subscription_id", "type", "as_of")
    .where("is_waiting", true)
    .whereNotIn("subscription_id", except)
    .whereNull("deleted_at")
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
}

/** Keeps what is counted by day, and forgets the rest: what moved stands as a movement. */
export async function closeFigureEvents(
  trx: Knex,
  events: readonly WaitingEvent[],
  currencies: ReadonlyMap<string, string>,
): Promise<void> {
  const isCounted = ({ type, subscription_id }: WaitingEvent): boolean =>
    COUNTED_EVENTS.some((counted) => counted === type) && currencies.has(subscription_id)
  const kept = events.filter(isCounted)
  for (const currency of new Set(kept.map(({ subscription_id }) => currencies.get(subscription_id)))) {
    const ids = kept.filter(({ subscription_id }) => currencies.get(subscription_id) === currency).map(({ id }) => id)
    await trx(TABLE).whereIn("id", ids).update({ is_waiting: false, currency_code: currency })
  }
  const forgotten = events.filter((event) => !isCounted(event)).map(({ id }) => id)
  await trx(TABLE).whereIn("id", forgotten).delete()
}
