import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listDunnedSchema, type DunningBoardAnswer } from "../../../../contracts/billing/dunning"
import { BILLING_MODULE, type BillingModuleService, listDunned, sumsOfStages } from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { parseInput } from "../../../parse-input"

export async function GET(req: MedusaRequest, res: MedusaResponse<DunningBoardAnswer>): Promise<void> {
  const { stage, limit, offset } = parseInput(listDunnedSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const asOf = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { rows, count } = await listDunned(knex, { asOf, stage: stage ?? null, limit, offset })
  res.json({ subscriptions: rows, stages: await sumsOfStages(knex, asOf), count, limit, offset })
}
