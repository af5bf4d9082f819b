import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { addInterval, compareDates, daysBetween } from "../../src/rules/calendar"
import { billingTick } from "../../src/workflows/billing/billing-tick"
import { pushClockWorkflow } from "../../src/workflows/billing/push-clock"
import { sellOrder } from "../../src/workflows/billing/sell-order"
import { CUSTOMERS } from "../data/people"
import { SERVICES } from "../data/products"
import { buyService } from "./buy-service"

const MONTHS_OLD = 4
const CURRENCY = "chf"

async function monthlyHosting(container: MedusaContainer): Promise<string> {
  const handle = SERVICES[0]?.handle
  const [product] = await container.resolve(Modules.PRODUCT).listProducts({ handle }, { relations: ["variants"] })
  return product?.variants.find(({ title }) => title === "Monthly")?.id ?? ""
}

/**
 * A hosting plan that Anna bought some months ago and that has been renewed since. The demo clock is put back for it and
 * goes through the months again, so that every date is as if it had happened.
 */
export async function ensureSubscription(
  container: MedusaContainer,
  { channelId, regions }: { channelId: string; regions: Record<string, string> },
): Promise<void> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const [known] = await billing.listSubscriptions({}, { take: 1 })
  if (known) {
    return
  }
  const today = await billing.today()
  const setClock = (date: string) =>
    pushClockWorkflow(container).run({ input: { days_ahead: daysBetween(today, date), label: "demo store" } })

  let date = addInterval(today, { unit: "month", count: -MONTHS_OLD })
  await setClock(date)
  const regionId = regions[CURRENCY] ?? ""
  const variantId = await monthlyHosting(container)
  const orderId = await buyService(container, { customer: CUSTOMERS[0], variantId, regionId, channelId })
  await sellOrder(container, orderId)
  while (compareDates(date, today) < 0) {
    const next = addInterval(date, { unit: "month", count: 1 })
    date = compareDates(next, today) < 0 ? next : today
    await setClock(date)
    await billingTick(container, date)
  }
}
