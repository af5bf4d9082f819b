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
import { logFailure } from "../errors/log-failure"
import { runOrderTasks } from "./run-order-tasks"
import type { OrderRoom } from "./order-room"

export interface OrderSweepInput {
  /** The instant of the sweep, and the store's date then. */
  now: Date
  today: CivilDate
}

const PAGE = 200
const MINUTE = 60_000
/** A row may be committed this long after its key was generated. */
const OVERLAP = 15 * MINUTE
const FIRST_TIME = 24 * 60 * MINUTE
/** The cursor of the sweep over open orders. */
const OPEN_ORDERS = "open-orders"
/** Open orders are checked in pages: all of them each minute, or the next 25,000. */
const OPEN_ORDERS_PAGE = 500
const MOST_PAGES = 50

/**
 * Records order changes that no event reported, and runs the due tasks. First it reads rows added since the last sweep,
 * by key. Then it checks the next open orders for changes that add no row. Then it runs every due task, failed ones
 * included. Each query uses an index, so a sweep that finds nothing is cheap. What cannot be found keeps no task from being
 * tried.
 */
export async function sweepOrders(
  container: MedusaContainer,
  { now, today }: OrderSweepInput,
  rooms: readonly OrderRoom[],
): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const notRecorded = "Changes of orders without an event could not be recorded, and will be looked for again"
  await logFailure(container, notRecorded, () => recordNewRows(knex, now, rooms))
  await logFailure(container, notRecorded, () => recordOpenOrders(knex, rooms))
  await runOrderTasks(container, { rooms, orderIds: null, eventKind: null, now, today: () => Promise.resolve(today) })
}

async function recordNewRows(knex: Database, now: Date, rooms: readonly OrderRoom[]): Promise<void> {
  const last = await sweepPosition(knex, ORDER_SWEEP)
  const from = last ? new Date(new Date(last).getTime() - OVERLAP) : new Date(now.getTime() - FIRST_TIME)
  const to = new Date(now.getTime() + MINUTE)
  for (let after: ReadonlyMap<string, string> | null = null; after === null || after.size;) {
    const rows: NewOrderRow[] = await findNewOrderRows(knex, { from, to, after, limit: PAGE })
    await record(knex, [...new Set(rows.map(({ order_id }) => order_id))], rooms)
    after = unfinished(rows)
  }
  await advanceSweep(knex, ORDER_SWEEP, now.toISOString())
}

/** The sources whose page was full, with the last key of each. */
function unfinished(rows: NewOrderRow[]): ReadonlyMap<string, string> {
  const sources = [...new Set(rows.map(({ source }) => source))]
  const full = sources
    .map((source) => rows.filter((row) => row.source === source).map(({ id }) => id))
    .map((keys, index) => ({ source: sources[index] ?? "", keys: keys.sort() }))
    .filter(({ keys }) => keys.length >= PAGE)
  return new Map(full.map(({ source, keys }) => [source, keys.at(-1) ?? ""]))
}

/** Goes on where the last sweep stopped; after the last open order, the next sweep starts over. */
async function recordOpenOrders(knex: Database, rooms: readonly OrderRoom[]): Promise<void> {
  const start = (await sweepPosition(knex, OPEN_ORDERS)) ?? ""
  let after = start
  for (let page = 0, isLast = false; page < MOST_PAGES && !isLast; page++) {
    const ids = await nextOpenOrders(knex, { after, limit: OPEN_ORDERS_PAGE })
    if (ids.length) {
      await record(knex, await findUnrecordedOrders(knex, ids), rooms)
      await removeClosedOrders(knex, ids)
    }
    isLast = ids.length < OPEN_ORDERS_PAGE
    after = isLast ? "" : (ids.at(-1) ?? "")
  }
  if (after !== start) {
    await setSweepPosition(knex, OPEN_ORDERS, after)
  }
}

async function record(knex: Database, ids: string[], rooms: readonly OrderRoom[]): Promise<void> {
  for (let start = 0; start < ids.length; start += PAGE) {
    await recordOrderChanges(knex, { orderIds: ids.slice(start, start + PAGE), eventKind: null, rooms })
  }
}
