import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { InvoicePageAnswer, MarkPaidBody } from "../../../../../../contracts/billing/invoices"
import { markInvoicePaidWorkflow } from "../../../../../../workflows/billing/accounts/mark-invoice-paid"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** What is open, or a part of it, was paid elsewhere. */
export async function POST(
  req: AuthenticatedMedusaRequest<MarkPaidBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await markInvoicePaidWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
