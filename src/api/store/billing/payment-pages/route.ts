import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OpenPaymentPageBody } from "../../../../contracts/billing/payment-pages"
import { askByToken, presentPaymentPage } from "./ask-by-token"

export async function POST(req: MedusaRequest<OpenPaymentPageBody>, res: MedusaResponse): Promise<void> {
  const link = await askByToken(req, res, req.validatedBody.token)
  if (link) {
    res.json({ payment_page: await presentPaymentPage(req, link) })
  }
}
