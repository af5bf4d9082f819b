import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MoveBalanceBody, InvoicePageAnswer } from "../../../../../../contracts/billing/invoices"
import { moveBalanceWorkflow } from "../../../../../../workflows/billing/balance/move-balance"
import { invoiceAction } from "../../invoice-action"
import { invoicePage } from "../../invoice-page"

/** Moves money between the invoice and its customer's balance. */
export async function POST(
  req: AuthenticatedMedusaRequest<MoveBalanceBody>,
  res: MedusaResponse<{ invoice: InvoicePageAnswer }>,
): Promise<void> {
  const action = await invoiceAction(req)
  await moveBalanceWorkflow(req.scope).run({ input: { ...req.validatedBody, ...action } })
  res.json({ invoice: await invoicePage(req.scope, action.invoice_id) })
}
