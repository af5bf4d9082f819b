import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listExitsSchema, type ExitListAnswer } from "../../../../contracts/billing/exits/exits"
import { BILLING_MODULE, type BillingModuleService, listExitRequests } from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { presentExit } from "./present-exit"

export async function GET(req: MedusaRequest, res: MedusaResponse<ExitListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listExitsSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { exits, count } = await listExitRequests(knex, filters, { limit, offset })
  res.json({ exits: exits.map(presentExit), count, limit, offset })
}
