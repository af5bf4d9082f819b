import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PayPaymentPageBody } from "../../../../../contracts/billing/payment-pages"
import { payByToken } from "../ask-by-token"

export async function POST(req: MedusaRequest<PayPaymentPageBody>, res: MedusaResponse): Promise<void> {
  await payByToken(req, res, { ...req.validatedBody, action: "begin" })
}
