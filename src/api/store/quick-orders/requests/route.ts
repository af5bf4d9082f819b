import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RequestProductBody } from "../../../../contracts/customers/quick-orders"
import { readShownVariants } from "../../../../workflows/customers/quick-orders/read-catalogue"
import { requestProduct } from "../../../../workflows/customers/quick-orders/request-product"
import { refuse } from "../../../../workflows/errors/refuse"
import { storeNow } from "../../../now"
import { askByLink } from "../ask-by-link"

export async function POST(req: MedusaRequest<RequestProductBody>, res: MedusaResponse): Promise<void> {
  const { token, variant_id, quantity, message } = req.validatedBody
  const context = await askByLink(req, res, { token, isCostly: true, isUse: true })
  if (!context) {
    return
  }
  const variant = (await readShownVariants(req.scope, context, [variant_id])).get(variant_id)
  if (variant?.item.kind !== "request") {
    refuse("variant_id", "is not sold on request here")
  }
  const at = new Date(await storeNow(req.scope))
  await requestProduct(req.scope, context, { variant, quantity, message: message || null, at })
  res.json({ requested: true })
}
