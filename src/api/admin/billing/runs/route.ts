import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { parseInput } from "../../../parse-input"
import {
  listRunsSchema,
  type RunAnswer,
  type RunListAnswer,
  type StartRunBody,
} from "../../../../contracts/billing/runs"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { checkRunDate } from "../../../../rules/billing"
import { startRunWorkflow } from "../../../../workflows/billing/runs/start-run"
import { presentRun } from "./present-run"

export async function GET(req: MedusaRequest, res: MedusaResponse<RunListAnswer>): Promise<void> {
  const { limit, offset } = parseInput(listRunsSchema, req.query)
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const [runs, count] = await billing.listAndCountRuns({}, { take: limit, skip: offset, order: { created_at: "DESC" } })
  res.json({ runs: runs.map(presentRun), count, limit, offset })
}

export async function POST(
  req: AuthenticatedMedusaRequest<StartRunBody>,
  res: MedusaResponse<{ run: RunAnswer }>,
): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const core = req.scope.resolve<CoreModuleService>(CORE_MODULE)
  const today = await core.today()
  const asOf = req.validatedBody.as_of ?? today
  const refusal = checkRunDate(asOf, today)
  if (refusal) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, refusal)
  }
  const { result } = await startRunWorkflow(req.scope).run({
    input: { as_of: asOf, requested_by: `user:${req.auth_context.actor_id}` },
  })
  const run = await billing.retrieveRun(result.id)
  res.status(201).json({ run: presentRun(run) })
}
