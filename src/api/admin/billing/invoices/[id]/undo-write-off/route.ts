import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InvoiceReasonBody, InvoicePageAnswer } from "../../../../../../contracts/billing/invoices"
import { undoWriteOffWorkflow } from "../../../../../../workflows/billing/accounts/undo-write-off"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** What was written off is asked for again. */
export async function POST(
  req: AuthenticatedMedusaRequest<InvoiceReasonBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await undoWriteOffWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
