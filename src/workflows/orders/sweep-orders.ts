import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CORE_MODULE,
  type CoreModuleService,
  findOrderNews,
  findUnheardOrders,
  moveSweep,
  nextWatchedOrders,
  ORDER_SWEEP,
  type OrderNews,
  placeSweep,
  recordOrderChanges,
  sweepPosition,
  unwatchFinalOrders,
  type Database,
} from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"
import { handOutChanges } from "./hand-out-changes"
import type { OrderRoom } from "./order-room"

export interface OrderSweepInput {
  /** The instant of the sweep, and the store's date then. */
  now: Date
  today: CivilDate
}

const PAGE = 200
const MINUTE = 60_000
/** A row is committed a little after its key is made. */
const OVERLAP = 15 * MINUTE
const FIRST_TIME = 24 * 60 * MINUTE
/** Where the sweep of the orders that are under way is to go on. */
const WATCH = "orders-under-way"
/** So many of them each minute: 12,000 an hour. */
const WATCHED_AT_ONCE = 200

/**
 * Finds what has happened to orders and was not told, or whose news was lost with a process, and hands it to the rooms:
 * new rows by their keys, from where the last sweep stopped on; then some of the orders that are under way, for what has
 * no key; then whatever waits, failures included. Cheap when there is nothing: it looks by index.
 */
export async function sweepOrders(
  container: MedusaContainer,
  { now, today }: OrderSweepInput,
  rooms: readonly OrderRoom[],
): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await recordNews(knex, now, rooms)
  await recordWatched(knex, rooms)
  await handOutChanges(container, { rooms, orderIds: null, now, today })
}

async function recordNews(knex: Database, now: Date, listeners: readonly OrderRoom[]): Promise<void> {
  const last = await sweepPosition(knex, ORDER_SWEEP)
  const from = last ? new Date(new Date(last).getTime() - OVERLAP) : new Date(now.getTime() - FIRST_TIME)
  const to = new Date(now.getTime() + MINUTE)
  for (let after: ReadonlyMap<string, string> | null = null; after === null || after.size;) {
    const news: OrderNews[] = await findOrderNews(knex, { from, to, after, limit: PAGE })
    await record(knex, [...new Set(news.map(({ order_id }) => order_id))], listeners)
    after = unfinished(news)
  }
  await moveSweep(knex, ORDER_SWEEP, now.toISOString())
}

/** The sources whose page was full, each with its last key. */
function unfinished(news: OrderNews[]): ReadonlyMap<string, string> {
  const sources = [...new Set(news.map(({ source }) => source))]
  const full = sources
    .map((source) => news.filter((one) => one.source === source).map(({ id }) => id))
    .map((keys, index) => ({ source: sources[index] ?? "", keys: keys.sort() }))
    .filter(({ keys }) => keys.length >= PAGE)
  return new Map(full.map(({ source, keys }) => [source, keys.at(-1) ?? ""]))
}

async function recordWatched(knex: Database, listeners: readonly OrderRoom[]): Promise<void> {
  const after = (await sweepPosition(knex, WATCH)) ?? ""
  const ids = await nextWatchedOrders(knex, { after, limit: WATCHED_AT_ONCE })
  if (!ids.length && after === "") {
    return
  }
  if (ids.length) {
    const unheard = await findUnheardOrders(knex, ids)
    await record(knex, unheard, listeners)
    await unwatchFinalOrders(knex, ids)
  }
  // The last ones were looked at: it begins anew.
  await placeSweep(knex, WATCH, ids.length < WATCHED_AT_ONCE ? "" : (ids.at(-1) ?? ""))
}

async function record(knex: Database, ids: string[], listeners: readonly OrderRoom[]): Promise<void> {
  for (let start = 0; start < ids.length; start += PAGE) {
    await recordOrderChanges(knex, { orderIds: ids.slice(start, start + PAGE), said: null, listeners })
  }
}
