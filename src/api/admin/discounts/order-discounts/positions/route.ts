import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OrderDiscountPositions } from "../../../../../contracts/discounts/order-discounts"
import { placeOrderDiscountsWorkflow } from "../../../../../workflows/discounts/catalog/place-order-discounts"

/** Sorts all order discounts. */
export async function POST(req: MedusaRequest<OrderDiscountPositions>, res: MedusaResponse): Promise<void> {
  const { result: ids } = await placeOrderDiscountsWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ ids })
}
