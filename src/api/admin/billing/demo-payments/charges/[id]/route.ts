import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DemoPaymentsAnswer, LateOutcomeBody } from "../../../../../../contracts/billing/demo-payments"
import { readDemoPayments } from "../../../../../../workflows/demo/demo-payments"
import { reportLateOutcome } from "../../../../../../workflows/demo/report-late-outcome"
import { pathId } from "../../../../../path-id"

export async function POST(
  req: MedusaRequest<LateOutcomeBody>,
  res: MedusaResponse<{ demo_payments: DemoPaymentsAnswer }>,
): Promise<void> {
  await reportLateOutcome(req.scope, { id: pathId(req.params.id, "Charge"), outcome: req.validatedBody.outcome })
  res.json({ demo_payments: await readDemoPayments(req.scope) })
}
