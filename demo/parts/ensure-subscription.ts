import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, openRun } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { addDays, addInterval, compareDates, cycleDate, daysBetween, type CivilDate } from "../../src/rules/calendar"
import { processRun } from "../../src/workflows/billing/runs/process-run"
import { pushClockWorkflow } from "../../src/workflows/clock/push-clock"
import { recordOrder } from "../../src/workflows/billing/orders/record-order"
import { CUSTOMERS } from "../data/people"
import { SERVICES } from "../data/products"
import { buyService } from "./buy-service"

const MONTHS_OLD = 4
const CURRENCY = "chf"

export interface DemoPlaces {
  channelId: string
  /** Ids by currency. */
  regions: Record<string, string>
}

async function monthlyHosting(container: MedusaContainer): Promise<string> {
  const handle = SERVICES[0]?.handle
  const [product] = await container.resolve(Modules.PRODUCT).listProducts({ handle }, { relations: ["variants"] })
  return product?.variants.find(({ title }) => title === "Monthly")?.id ?? ""
}

/** Buys the plan on the store's date. */
async function buyHosting(container: MedusaContainer, { channelId, regions }: DemoPlaces): Promise<void> {
  const regionId = regions[CURRENCY] ?? ""
  const variantId = await monthlyHosting(container)
  const orderId = await buyService(container, { customer: CUSTOMERS[0], variantId, regionId, channelId })
  await recordOrder(container, orderId)
}

/**
 * A hosting plan that Anna bought some months ago and that has been renewed since. The demo clock is put back for it and
 * goes through the months again, so that every date is as if it had happened.
 */
export async function ensureSubscription(container: MedusaContainer, places: DemoPlaces): Promise<void> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const today = addDays(await core.today(), -(await core.daysAhead()))
  const setClock = (date: CivilDate) =>
    pushClockWorkflow(container).run({ input: { days_ahead: daysBetween(today, date), label: "demo store" } })

  const [known] = await billing.listSubscriptions({}, { take: 1 })
  if (!known) {
    await setClock(cycleDate(today, { unit: "month", count: 1 }, -MONTHS_OLD))
    await buyHosting(container, places)
  }
  // A seed that broke off has left the clock behind: it goes on from there.
  let date = await core.today()
  while (compareDates(date, today) < 0) {
    const next = addInterval(date, { unit: "month", count: 1 })
    date = compareDates(next, today) < 0 ? next : today
    await setClock(date)
    // By itself, and whole: the seed must not end while other workers are at it.
    const run = await openRun(billing.db.knex, { asOf: date, requestedBy: "demo" })
    await processRun(container, run.id)
  }
}
