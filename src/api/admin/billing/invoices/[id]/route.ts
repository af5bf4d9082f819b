import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InvoicePageAnswer } from "../../../../../contracts/billing/invoices"
import { pathId } from "../../../../path-id"
import { invoicePage } from "../invoice-page"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ invoice: InvoicePageAnswer }>): Promise<void> {
  res.json({ invoice: await invoicePage(req.scope, pathId(req.params.id, "Invoice")) })
}
