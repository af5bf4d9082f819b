import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, isOwnInvoice, type BillingModuleService } from "../../../../../../../../modules/billing"
import { readInvoiceDocument } from "../../../../../../../../workflows/billing/documents/read-invoice-document"
import { pathFormat } from "../../../../../../../path-format"
import { pathId } from "../../../../../../../path-id"
import { sendFile } from "../../../../../../../send-file"

/** The file of an own invoice; another's is not found, as if there were none (B53). */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const format = pathFormat(req.params.format)
  const invoice_id = pathId(req.params.id, "Invoice")
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  if (!(await isOwnInvoice(knex, invoice_id, req.auth_context.actor_id))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${invoice_id} was not found`)
  }
  sendFile(res, await readInvoiceDocument(req.scope, { invoice_id, format }))
}
