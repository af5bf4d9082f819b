import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import { parseOptions, type PluginOptions } from "../../options"
import { addDays, dateInZone, type CivilDate } from "../../rules/calendar"
import {
  CartBuyer,
  ClockOffset,
  ClosedOrder,
  LineRecord,
  OrderChange,
  OrderTask,
  OutboxEvent,
  RoomSettings,
  SweepCursor,
  TimelineEntry,
  OpenOrder,
} from "./models"
import { daysAheadAt } from "./queries/clock"

const DAY = 24 * 60 * 60 * 1000

/**
 * What all rooms share: the store's date, options, outbox, time lines, line records, order changes, settings, sweeps.
 */
export default class CoreModuleService extends MedusaService({
  CartBuyer,
  ClockOffset,
  ClosedOrder,
  LineRecord,
  OrderChange,
  OrderTask,
  OutboxEvent,
  RoomSettings,
  SweepCursor,
  TimelineEntry,
  OpenOrder,
}) {
  readonly options: PluginOptions
  /**
   * The store's database, for statements that generated methods do not cover (see `queries/`). Kept in an object,
   * because a workflow step wraps every property of a module that is a function, which `knex` is.
   */
  readonly db: { readonly knex: Knex }

  constructor(container: { __pg_connection__: Knex }, options: unknown) {
    super(container, options)
    this.options = parseOptions(options)
    this.db = { knex: container.__pg_connection__ }
  }

  /** The store's date now. Only routes, jobs and subscribers read it; everything below takes `as_of`. */
  async today(): Promise<CivilDate> {
    return this.dateOf(new Date())
  }

  /** The instant that it is in the store, with the demo clock's days: ISO 8601 in UTC. */
  async now(): Promise<string> {
    const ahead = await this.daysAhead()
    return new Date(Date.now() + ahead * DAY).toISOString()
  }

  /** How many days the demo clock is ahead of the real date now; 0 in production. */
  async daysAhead(): Promise<number> {
    return daysAheadAt(this.db.knex, new Date().toISOString())
  }

  /** The store's date at an instant, such as an order's `created_at`: in its time zone, with the demo clock's days. */
  async dateOf(instant: Date | string): Promise<CivilDate> {
    const iso = new Date(instant).toISOString()
    const date = dateInZone(iso, this.options.timeZone)
    return addDays(date, await daysAheadAt(this.db.knex, iso))
  }
}
