import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { WriteOffBody, InvoicePageAnswer } from "../../../../../../contracts/billing/invoices"
import { writeOffInvoiceWorkflow } from "../../../../../../workflows/billing/accounts/write-off-invoice"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** What is open is not expected any more. */
export async function POST(
  req: AuthenticatedMedusaRequest<WriteOffBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await writeOffInvoiceWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
