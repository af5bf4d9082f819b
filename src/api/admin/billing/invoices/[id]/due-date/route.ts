import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ChangeDueDateBody } from "../../../../../../contracts/billing/dunning"
import { BILLING_MODULE, type BillingModuleService, readInvoices } from "../../../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { changeDueDateWorkflow } from "../../../../../../workflows/billing/dunning/change-due-date"
import { pathId } from "../../../../../path-id"
import { presentInvoice } from "../../present-invoice"

export async function POST(req: AuthenticatedMedusaRequest<ChangeDueDateBody>, res: MedusaResponse): Promise<void> {
  const invoice_id = pathId(req.params.id, "Invoice")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  await changeDueDateWorkflow(req.scope).run({
    input: { invoice_id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const [invoice] = await readInvoices(knex, [invoice_id], as_of)
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${invoice_id} was not found`)
  }
  res.json({ invoice: presentInvoice(invoice) })
}
