import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CreditInvoiceBody, InvoicePageAnswer } from "../../../../../../contracts/billing/invoices"
import { creditInvoiceWorkflow } from "../../../../../../workflows/billing/credit-notes/credit-invoice"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** Lowers what the order comes to; a credit note follows. */
export async function POST(
  req: AuthenticatedMedusaRequest<CreditInvoiceBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await creditInvoiceWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
