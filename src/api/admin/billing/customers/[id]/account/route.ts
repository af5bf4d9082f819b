import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CustomerAccountAnswer } from "../../../../../../contracts/billing/customer-account"
import { pathId } from "../../../../../path-id"
import { customerAccount } from "../../customer-account"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ account: CustomerAccountAnswer }>): Promise<void> {
  res.json({ account: await customerAccount(req.scope, pathId(req.params.id, "Customer")) })
}
