import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pathId } from "../../../../path-id"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"
import { withPayments } from "../with-payments"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const invoice = await billing.retrieveInvoice(pathId(req.params.id, "Invoice"))
  const [withPayment] = await withPayments(billing, [invoice])
  res.json({ invoice: withPayment })
}
