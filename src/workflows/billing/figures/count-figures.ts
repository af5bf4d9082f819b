import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  closeFigureEvents,
  lastFigureDay,
  loadBilledSubscriptions,
  type NewFigure,
  readSubscriptionFigures,
  type StoredFigure,
  takeFigureEvents,
  type WaitingEvent,
  writeDailyFigures,
  writeSubscriptionFigures,
} from "../../../modules/billing"
import { inTransaction, type Database } from "../../../modules/core"
import { figureMovement, type SubscriptionFigure } from "../../../rules/billing"
import { largerBatch, smallerBatch } from "../../../rules/billing/runs/batch-size"
import { addDays, compareDates, type CivilDate } from "../../../rules/calendar"
import { reasonOf } from "../../errors/log-failure"
import { figuresOf } from "./figures-of"

const BATCH = 500
/** At most so many in one tick: billing comes first, and the next tick goes on. */
const MOST_BATCHES = 40

/**
 * Counts what has changed since the last time, and writes the figures of each day up to today (B60). Any number of processes
 * share the work; the same again writes nothing.
 */
export async function countFigures(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const first = await countEvents(container, asOf)
  const last = await lastFigureDay(knex)
  const from = earliest([first, last === null ? null : addDays(last, 1)])
  if (from !== null && compareDates(from, asOf) <= 0) {
    await inTransaction(knex, (trx) => writeDailyFigures(trx, { from, to: asOf }))
  }
}

/**
 * Counts what waits, and answers the first day that changed. A subscription that cannot be counted is logged and holds up no
 * other: batches get smaller until it is alone, and the next tick tries it again.
 */
async function countEvents(container: MedusaContainer, asOf: CivilDate): Promise<CivilDate | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const failed: string[] = []
  let first: CivilDate | null = null
  let limit = BATCH
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    let taken: WaitingEvent[] = []
    try {
      const days = await inTransaction(knex, async (trx) => {
        taken = await takeFigureEvents(trx, { limit, except: failed })
        return countBatch(container, trx, { events: taken, asOf })
      })
      if (days === null) {
        break
      }
      first = earliest([first, ...days])
      limit = largerBatch(limit, BATCH)
    } catch (error) {
      const [id, ...others] = new Set(taken.map(({ subscription_id }) => subscription_id))
      if (id === undefined) {
        throw error
      }
      if (!others.length) {
        failed.push(id)
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`Subscription ${id} could not be counted in the figures: ${reasonOf(error)}`)
      }
      limit = smallerBatch(taken.length)
    }
  }
  return first
}

/** Counts a batch of events with what their subscriptions are now. Answers the days that changed; null: nothing waits. */
async function countBatch(
  container: MedusaContainer,
  trx: Database,
  { events, asOf }: { events: WaitingEvent[]; asOf: CivilDate },
): Promise<CivilDate[] | null> {
  if (!events.length) {
    return null
  }
  const ids = [...new Set(events.map(({ subscription_id }) => subscription_id))]
  const subscriptions = await loadBilledSubscriptions(trx, ids)
  const stored = await readSubscriptionFigures(trx, ids)
  const figures = await figuresOf(container, subscriptions)
  const written = subscriptions.flatMap((subscription) => {
    const figure = figures.get(subscription.id)
    const own = events.filter(({ subscription_id }) => subscription_id === subscription.id)
    return figure ? [newFigure({ subscription, figure, stored: stored.get(subscription.id), events: own, asOf })] : []
  })
  await writeSubscriptionFigures(trx, written)
  const currencies = new Map(subscriptions.map(({ id, currency_code }) => [id, currency_code]))
  await closeFigureEvents(trx, events, currencies)
  return [...events.map(({ as_of }) => as_of), ...written.map(({ on_date }) => on_date)]
}

interface Counting {
  subscription: BilledSubscription
  figure: SubscriptionFigure
  stored: StoredFigure | undefined
  events: WaitingEvent[]
  asOf: CivilDate
}

function newFigure({ subscription, figure, stored, events, asOf }: Counting): NewFigure {
  const movement = figureMovement({
    before: stored ?? null,
    after: figure,
    status: subscription.status,
    hasCounted: stored?.hasCounted ?? false,
    // What was moved in is no growth.
    isOpening: events.some(({ type }) => type === "opening" || type === "imported"),
  })
  const days = events.map(({ as_of }) => as_of).sort(compareDates)
  const on = movement?.kind === "new" ? startOf(events) : (days[days.length - 1] ?? asOf)
  return {
    subscription_id: subscription.id,
    currency_code: subscription.currency_code,
    on_date: compareDates(on, asOf) > 0 ? asOf : on,
    figure,
    movement,
  }
}

/** The day on which it began to count. */
function startOf(events: WaitingEvent[]): CivilDate {
  const days = events.map(({ as_of }) => as_of).sort(compareDates)
  return events.find(({ type }) => type === "activated")?.as_of ?? days[0] ?? ""
}

const earliest = (days: (CivilDate | null)[]): CivilDate | null =>
  days.reduce((first, day) => (first === null || (day !== null && compareDates(day, first) < 0) ? day : first), null)
