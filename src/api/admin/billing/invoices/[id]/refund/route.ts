import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RefundInvoiceBody, InvoicePageAnswer } from "../../../../../../contracts/billing/invoices"
import { refundInvoiceWorkflow } from "../../../../../../workflows/billing/accounts/refund-invoice"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** Gives money back, through Medusa. */
export async function POST(
  req: AuthenticatedMedusaRequest<RefundInvoiceBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await refundInvoiceWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
