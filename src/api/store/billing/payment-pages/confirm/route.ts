import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ConfirmPaymentPageBody } from "../../../../../contracts/billing/payment-pages"
import { payByToken } from "../ask-by-token"

export async function POST(req: MedusaRequest<ConfirmPaymentPageBody>, res: MedusaResponse): Promise<void> {
  await payByToken(req, res, { ...req.validatedBody, action: "confirm" })
}
