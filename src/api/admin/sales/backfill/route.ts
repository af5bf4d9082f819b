import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { BackfillAnswer } from "../../../../contracts/sales/chain"
import type { BackfillBody } from "../../../../contracts/sales/sales"
import { backfillSalesWorkflow } from "../../../../workflows/sales/orders/backfill-sales"
import { storeDate } from "../../../store-date"

/** Makes the sales of orders that were there before; asked again, it goes on. */
export async function POST(
  req: AuthenticatedMedusaRequest<BackfillBody>,
  res: MedusaResponse<BackfillAnswer>,
): Promise<void> {
  const input = { ...req.validatedBody, now: new Date().toISOString(), as_of: await storeDate(req.scope) }
  const { result } = await backfillSalesWorkflow(req.scope).run({ input })
  res.json(result)
}
