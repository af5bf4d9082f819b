import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { InvoiceDetailAnswer } from "../../../../../contracts/billing/invoices"
import { BILLING_MODULE, type BillingModuleService, readInvoices } from "../../../../../modules/billing"
import { pathId } from "../../../../path-id"
import { presentInvoice } from "../present-invoice"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ invoice: InvoiceDetailAnswer }>): Promise<void> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const id = pathId(req.params.id, "Invoice")
  const [invoice] = await readInvoices(knex, [id])
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${id} was not found`)
  }
  res.json({ invoice: presentInvoice(invoice) })
}
