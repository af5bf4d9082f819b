import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RunDetailAnswer } from "../../../../../contracts/billing/runs"
import { pathId } from "../../../../path-id"
import {
  BILLING_MODULE,
  type BillingModuleService,
  readRunProblems,
  runFailures,
  runSums,
} from "../../../../../modules/billing"
import { presentRun, presentShare } from "../present-run"

/** What a person can read at once; the others are found among the subscriptions that are past due. */
const MOST_FAILURES = 50
const MOST_PROBLEMS = 100

export async function GET(
  req: MedusaRequest<unknown, { id: string }>,
  res: MedusaResponse<{ run: RunDetailAnswer }>,
): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const run = await billing.retrieveRun(pathId(req.params.id, "Billing run"))
  const shares = await billing.listRunShares({ run_id: run.id }, { order: { worker: "ASC" } })
  const { knex } = billing.db
  const sums = await runSums(knex, run.id)
  const { failures, count } = await runFailures(knex, { runId: run.id, limit: MOST_FAILURES })
  const { problems, count: problem_count } = await readRunProblems(knex, run.id, MOST_PROBLEMS)
  res.json({
    run: {
      ...presentRun(run),
      sums,
      failures,
      failure_count: count,
      problems,
      problem_count,
      shares: shares.map(presentShare),
    },
  })
}
