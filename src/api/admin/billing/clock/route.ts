import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ClockAnswer, PushClockBody } from "../../../../contracts/billing/clock"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
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
  const core = req.scope.resolve<CoreModuleService>(CORE_MODULE)
  if (!core.options.demoClock) {
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
  const core = req.scope.resolve<CoreModuleService>(CORE_MODULE)
  const today = await core.today()
  return {
    today,
    days_ahead: await core.daysAhead(),
    time_zone: core.options.timeZone,
    demo: core.options.demoClock,
  }
}
