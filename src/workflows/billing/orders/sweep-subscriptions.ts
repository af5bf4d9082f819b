import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { firstSweep, moveSweep, sweepPosition } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import {
  ordersChanged,
  ordersPaidLate,
  ordersPaidUnheard,
  ordersPlaced,
  ordersUndone,
  type Batch,
} from "./orders-to-sweep"
import { sellOrder } from "./sell-order"
import { recordOrderPaymentWorkflow } from "./record-order-payment"

export interface SweepInput {
  /** The instant of the sweep, and the store's date then. */
  now: Date
  today: CivilDate
}

const NAME = "subscriptions"
const BATCH = 200
const MINUTE = 60_000
/** An order is committed a little after its id is made. */
const OVERLAP = 15 * MINUTE
const FIRST_TIME = 24 * 60 * MINUTE
const LOOK_BACK = 48 * 60 * MINUTE

/**
 * Every minute: makes the subscriptions of orders whose event was lost with a process, from where the last sweep stopped
 * on, and starts those whose first payment has come without an event. Cheap when there is nothing: both look by index.
 */
export async function sweepSubscriptions(container: MedusaContainer, { now, today }: SweepInput): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const last = await sweepPosition(knex, NAME)
  const from = last ? new Date(new Date(last).getTime() - OVERLAP) : new Date(now.getTime() - FIRST_TIME)
  const to = new Date(now.getTime() + MINUTE)
  await inBatches(
    (batch) => ordersPlaced(knex, { from, to }, batch),
    (id) => sellSafely(container, id),
  )
  await moveSweep(knex, NAME, now.toISOString())
  const settledBy = options.activateOn === "authorized" ? ["authorized", "completed"] : ["completed"]
  await inBatches(
    (batch) => ordersPaidLate(knex, settledBy, batch),
    (id) => syncSafely(container, id, today),
  )
}

/**
 * Every hour: what the sweep by the minute cannot see. Drafts that were converted; cancellations and refunds; payments of
 * invoices. An order from before billing was installed is nobody's subscription, whatever is done to it later.
 */
export async function sweepSubscriptionsDeep(container: MedusaContainer, { now, today }: SweepInput): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const since = new Date(now.getTime() - LOOK_BACK)
  const madeAfter = new Date(((await firstSweep(knex, NAME)) ?? now).getTime() - FIRST_TIME)
  await inBatches(
    (batch) => ordersChanged(knex, { madeAfter, since }, batch),
    (id) => sellSafely(container, id),
  )
  await inBatches(
    (batch) => ordersPaidUnheard(knex, batch),
    (id) => syncSafely(container, id, today),
  )
  await inBatches(
    (batch) => ordersUndone(knex, since, batch),
    (id) => syncSafely(container, id, today),
  )
}

async function inBatches(find: (batch: Batch) => Promise<string[]>, handle: (id: string) => Promise<void>) {
  for (let after = "", ids = [""]; ids.length; after = ids.at(-1) ?? after) {
    ids = await find({ after, limit: BATCH })
    for (const id of ids) {
      await handle(id)
    }
  }
}

const sellSafely = (container: MedusaContainer, id: string): Promise<void> =>
  orSay(container, `the subscriptions of order ${id} could not be made`, () => sellOrder(container, id))

const syncSafely = (container: MedusaContainer, order_id: string, as_of: CivilDate): Promise<void> =>
  orSay(container, `the payment of order ${order_id} could not be followed`, () =>
    recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of } }),
  )

/** One order that fails must not keep the others from their turn; the next sweep tries it again. */
async function orSay(container: MedusaContainer, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`billing: ${what}: ${reason}`)
  }
}
