import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOwnSalesSchema } from "../../../../../contracts/sales/sales"
import { readOwnSales } from "../../../../../workflows/sales/history/read-own-sales"
import { parseInput } from "../../../../parse-input"

/** The customer's own history. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = parseInput(listOwnSalesSchema, req.query)
  res.json({ ...(await readOwnSales(req.scope, req.auth_context.actor_id, page)), ...page })
}
