import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderBillingAnswer } from "../../../../../contracts/billing/orders"
import { BILLING_MODULE, type BillingModuleService, renewalOfOrder } from "../../../../../modules/billing"
import { pathId } from "../../../../path-id"

/** What billing says of an order: what it renews. An order of a purchase renews nothing. */
export async function GET(
  req: MedusaRequest<unknown, { id: string }>,
  res: MedusaResponse<{ order: OrderBillingAnswer }>,
): Promise<void> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const renewal = await renewalOfOrder(knex, pathId(req.params.id, "Order"))
  res.json({ order: { renewal: renewal ?? null } })
}
