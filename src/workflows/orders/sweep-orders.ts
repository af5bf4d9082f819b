import type { MedusaContainer } from "@medusajs/framework/types"
import {
  CORE_MODULE,
  type CoreModuleService,
  findNewOrderRows,
  findUnrecordedOrders,
  advanceSweep,
  nextOpenOrders,
  ORDER_SWEEP,
  type NewOrderRow,
  setSweepPosition,
  recordOrderChanges,
  sweepPosition,
  removeClosedOrders,
  type Database,
} from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"
import { runOrderTasks } from "./run-order-tasks"
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
const WATCH = "open-orders"
/** So many of them each minute: 12,000 an hour. */
const OPEN_ORDERS_PER_SWEEP = 200

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
  await recordNewRows(knex, now, rooms)
  await recordOpenOrders(knex, rooms)
  await runOrderTasks(container, { rooms, orderIds: null, now, today })
}

async function recordNewRows(knex: Database, now: Date, listeners: readonly OrderRoom[]): Promise<void> {
  const last = await sweepPosition(knex, ORDER_SWEEP)
  const from = last ? new Date(new Date(last).getTime() - OVERLAP) : new Date(now.getTime() - FIRST_TIME)
  const to = new Date(now.getTime() + MINUTE)
  for (let after: ReadonlyMap<string, string> | null = null; after === null || after.size;) {
    const news: NewOrderRow[] = await findNewOrderRows(knex, { from, to, after, limit: PAGE })
    await record(knex, [...new Set(news.map(({ order_id }) => order_id))], listeners)
    after = unfinished(news)
  }
  await advanceSweep(knex, ORDER_SWEEP, now.toISOString())
}

/** The sources whose page was full, each with its last key. */
function unfinished(news: NewOrderRow[]): ReadonlyMap<string, string> {
  const sources = [...new Set(news.map(({ source }) => source))]
  const full = sources
    .map((source) => news.filter((one) => one.source === source).map(({ id }) => id))
    .map((keys, index) => ({ source: sources[index] ?? "", keys: keys.sort() }))
    .filter(({ keys }) => keys.length >= PAGE)
  return new Map(full.map(({ source, keys }) => [source, keys.at(-1) ?? ""]))
}

async function recordOpenOrders(knex: Database, listeners: readonly OrderRoom[]): Promise<void> {
  const after = (await sweepPosition(knex, WATCH)) ?? ""
  const ids = await nextOpenOrders(knex, { after, limit: OPEN_ORDERS_PER_SWEEP })
  if (!ids.length && after === "") {
    return
  }
  if (ids.length) {
    const unheard = await findUnrecordedOrders(knex, ids)
    await record(knex, unheard, listeners)
    await removeClosedOrders(knex, ids)
  }
  // The last ones were looked at: it begins anew.
  await setSweepPosition(knex, WATCH, ids.length < OPEN_ORDERS_PER_SWEEP ? "" : (ids.at(-1) ?? ""))
}

async function record(knex: Database, ids: string[], listeners: readonly OrderRoom[]): Promise<void> {
  for (let start = 0; start < ids.length; start += PAGE) {
    await recordOrderChanges(knex, { orderIds: ids.slice(start, start + PAGE), said: null, listeners })
  }
}
