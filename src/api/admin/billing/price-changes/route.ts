import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPriceChangesSchema, type PriceChangeListAnswer } from "../../../../contracts/billing/price-changes"
import { BILLING_MODULE, type BillingModuleService, listPriceChanges } from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { presentListedPriceChange } from "./present-price-change"

export async function GET(req: MedusaRequest, res: MedusaResponse<PriceChangeListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listPriceChangesSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { changes, count } = await listPriceChanges(knex, filters, { limit, offset })
  res.json({ price_changes: changes.map(presentListedPriceChange), count, limit, offset })
}
