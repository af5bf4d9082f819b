import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { readSavedMethod } from "../../src/collectors"
import { BILLING_MODULE, type BillingModuleService, openRun } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import { addDays, compareDates, cycleDate, daysBetween, type CivilDate } from "../../src/rules/calendar"
import { cancelSubscriptionWorkflow } from "../../src/workflows/billing/subscriptions/cancel-subscription"
import { remindCustomers } from "../../src/workflows/billing/reminders/remind-customers"
import { processRun } from "../../src/workflows/billing/runs/process-run"
import { pushClockWorkflow } from "../../src/workflows/clock/push-clock"
import { recordOrder } from "../../src/workflows/billing/orders/record-order"
import { HISTORY, type DemoSubscription } from "../data/history"
import { buyService } from "./buy-service"
import { findSubscription } from "./find-subscription"

export interface DemoPlaces {
  channelId: string
  /** Ids by currency. */
  regions: Record<string, string>
}

const MONTH = { unit: "month", count: 1 } as const
const MONTHS_OLD = Math.max(...HISTORY.map(({ monthsAgo }) => monthsAgo))

/** Buys on the store's date what is not bought yet. */
async function buy(container: MedusaContainer, one: DemoSubscription, places: DemoPlaces): Promise<void> {
  if (await findSubscription(container, one)) {
    return
  }
  const [product] = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: one.handle }, { relations: ["variants"] })
  const orderId = await buyService(container, {
    customer: one.customer,
    variantId: product?.variants.find(({ title }) => title === one.variant)?.id ?? "",
    regionId: places.regions[one.currency] ?? "",
    channelId: places.channelId,
  })
  await recordOrder(container, orderId)
}

/**
 * Everything due is billed by itself, and whole, and customers hear of it: the seed must not end while other workers are at it.
 */
async function bill(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const run = await openRun(knex, { asOf, requestedBy: "demo" })
  await processRun(container, run.id)
  await remindCustomers(container, asOf)
}

/** Bills a day on which the charges of some are declined; afterwards the switch stands as before. */
async function billWithDeclines(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const declined = await Promise.all(
    HISTORY.filter(({ becomes }) => becomes === "declined").map((one) => findSubscription(container, one)),
  )
  const scopes = declined.flatMap((one) => readSavedMethod(one?.payment_method ?? null)?.id ?? [])
  await Promise.all(scopes.map((scope) => setSwitch(knex, { scope, behaviour: "decline" })))
  try {
    await bill(container, asOf)
  } finally {
    await knex("demo_payment_switch").whereIn("scope", scopes).delete()
  }
}

/** Those who want to leave have said so: they keep what is paid for. */
async function cancel(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  for (const one of HISTORY.filter(({ becomes }) => becomes === "canceled")) {
    const subscription = await findSubscription(container, one)
    if (subscription && !subscription.cancel_on && subscription.status === "active") {
      await cancelSubscriptionWorkflow(container).run({
        input: {
          id: subscription.id,
          when: "period_end",
          reason: "Moves the site elsewhere",
          as_of: asOf,
          actor: `customer:${subscription.customer_id}`,
        },
      })
    }
  }
}

/**
 * What customers bought some months ago and what has become of it, the hard cases among it. The demo clock is put back for
 * it and goes through the months again, so that every date is as if it had happened.
 */
export async function ensureHistory(container: MedusaContainer, places: DemoPlaces): Promise<void> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const today = await core.today()
  const realToday = addDays(today, -(await core.daysAhead()))
  const setClock = (date: CivilDate) =>
    pushClockWorkflow(container).run({ input: { days_ahead: daysBetween(realToday, date), label: "demo store" } })

  const [known] = await billing.listSubscriptions({}, { take: 1 })
  if (known && compareDates(today, realToday) >= 0) {
    return
  }
  // A seed that broke off has left the clock behind: it goes on from there.
  for (let monthsAgo = MONTHS_OLD; monthsAgo >= 0; monthsAgo -= 1) {
    const date = cycleDate(realToday, MONTH, -monthsAgo)
    if (known && compareDates(date, today) < 0) {
      continue
    }
    await setClock(date)
    for (const one of HISTORY.filter((bought) => bought.monthsAgo === monthsAgo)) {
      await buy(container, one, places)
    }
    await (monthsAgo === 0 ? billWithDeclines(container, date) : bill(container, date))
  }
  await cancel(container, realToday)
}
