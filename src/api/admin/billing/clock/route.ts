import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ClockAnswer, PushClockBody } from "../../../../contracts/billing/clock"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { addInterval, daysBetween } from "../../../../rules/calendar"
import { pushClockWorkflow } from "../../../../workflows/clock/push-clock"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ clock: ClockAnswer }>): Promise<void> {
  res.json({ clock: await clockOf(req) })
}

/** Pushes the demo clock: the store's date moves, and what falls due is billed by the next tick or run. */
export async function POST(
  req: MedusaRequest<PushClockBody>,
  res: MedusaResponse<{ clock: ClockAnswer }>,
): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  if (!billing.options.demoClock) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "demoClock: the clock can be pushed in a demo store only")
  }
  const { unit, count } = req.validatedBody
  const { today, days_ahead } = await clockOf(req)
  const target = addInterval(today, { unit, count })
  await pushClockWorkflow(req.scope).run({
    input: { days_ahead: days_ahead + daysBetween(today, target), label: `${count} ${unit}` },
  })
  res.json({ clock: await clockOf(req) })
}

async function clockOf(req: MedusaRequest<unknown>): Promise<ClockAnswer> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const today = await billing.today()
  return {
    today,
    days_ahead: await billing.daysAhead(),
    time_zone: billing.options.timeZone,
    demo: billing.options.demoClock,
  }
}
